import { findConnector } from '@cartograph/connectors';
import {
  ConfigError,
  type ExplainedField,
  type ExplainedRecord,
  type NativeRecord,
  type Provision,
  type ResourceName,
} from '@cartograph/core';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import { nearest } from '../output/nearest.js';
import { table } from '../output/table.js';
import type { Shell } from '../shell.js';
import { readResource } from './resource.js';

export interface ExplainOptions extends CommonOptions {
  readonly connection: string;
}

export async function explain(
  shell: Shell,
  resourceName: string,
  id: string,
  field: string | undefined,
  options: ExplainOptions,
): Promise<void> {
  const app = createApp(shell, options);
  const resource = readResource(resourceName);
  const { native, record } = await app.withStorage(async storage => {
    const [connection] = await chooseConnections(storage, [options.connection]);
    const found = await storage.nativeOf(options.connection, resource, id);
    if (!connection || !found) throw new ConfigError(`${options.connection} has no ${resource} with the id "${id}"`);
    const explained = findConnector(connection.platform).explain(found, connection.shop);
    return { native: found, record: choose(explained, resource, id, found) };
  });
  const fields = field === undefined ? record.fields : below(record, field);
  if (app.terminal.json)
    return app.terminal.printJson({ resource, id, native: { stream: native.stream, id: native.id }, fields });
  app.terminal.print(table(['field', 'value', 'native', 'rule'], fields.flatMap(rowsOf)));
  app.terminal.say(`Read from ${native.stream} ${native.id}; "get ${resource} ${id} --native" shows it whole.`);
}

/** The record among all that its native record becomes; a mapping that has changed since may make it no more. */
function choose(
  explained: readonly ExplainedRecord[],
  resource: ResourceName,
  id: string,
  native: NativeRecord,
): ExplainedRecord {
  const found = explained.find(record => record.resource === resource && record.id === id);
  if (found) return found;
  throw new ConfigError(
    `${native.stream} ${native.id} no longer makes ${resource} "${id}": "cartograph renormalize" brings the records up to date`,
  );
}

/** The fields of this name and below it. Throws a ConfigError that names the nearest field there is. */
function below({ resource, id, fields }: ExplainedRecord, name: string): readonly ExplainedField[] {
  const found = fields.filter(
    ({ path }) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`),
  );
  if (found.length > 0) return found;
  const top = [...new Set(fields.map(({ path }) => path.replace(/[.[].*$/, '')))];
  const near = nearest(name, [...new Set([...top, ...fields.map(({ path }) => path)])]);
  const hint = near === null ? `it has ${top.join(', ')}` : `did you mean "${near}"? It has ${top.join(', ')}`;
  throw new ConfigError(`${resource} ${id} has no field "${name}"; ${hint}`);
}

/** One line for each native field; what stands for the model's field is on the first. */
function rowsOf({ path, value, sources, provision }: ExplainedField): string[][] {
  const [first = '', ...more] = sources.map(source => `${source.path} = ${shown(source.value)}`);
  return [[path, shown(value), first, remarkOf(provision)], ...more.map(source => ['', '', source, ''])];
}

function remarkOf(provision: Provision): string {
  if (provision.kind === 'absent') return `absent: ${provision.reason}`;
  return provision.kind === 'derived' ? provision.rule : '';
}

const mostCharacters = 48;

function shown(value: unknown): string {
  if (value === undefined) return 'not sent';
  if (Array.isArray(value) && value.length > 0) return `a list of ${value.length}`;
  const text = JSON.stringify(value);
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}
