import { randomUUID } from 'node:crypto';
import { findConnector } from '@cartograph/connectors';
import { type Renormalization, renormalize as renormalizeConnection } from '@cartograph/sync';
import { type CommonOptions, chooseConnections, createApp } from '../app.js';
import { createHolder } from '../holder.js';
import { figure, table } from '../output/table.js';
import type { Shell } from '../shell.js';

export interface RenormalizeOptions extends CommonOptions {
  readonly connection?: string;
  readonly stream?: readonly string[];
}

export async function renormalize(shell: Shell, options: RenormalizeOptions): Promise<void> {
  const app = createApp(shell, options);
  const results = await app.withStorage(async storage => {
    const chosen = await chooseConnections(storage, options.connection ? [options.connection] : []);
    const found: Renormalization[] = [];
    for (const connection of chosen) {
      const result = await renormalizeConnection({
        connection,
        connector: findConnector(connection.platform),
        storage,
        host: app.host,
        holder: createHolder(app.host.now),
        runId: randomUUID(),
        ...(options.stream ? { streams: options.stream } : {}),
        onProgress: ({ natives }) => app.terminal.progress(`${connection.id} ${figure(natives)} native records`),
      });
      found.push(result);
    }
    return found;
  });
  if (app.terminal.json) app.terminal.printJson({ renormalizations: results });
  else for (const result of results) app.terminal.print(describe(result));
}

const mostShown = 40;
const mostCharacters = 30;

function describe(result: Renormalization): string {
  const { connectionId, natives, mapperVersion, resources, unchanged } = result;
  const rows = resources.map(({ resource, added, changed, deleted }) => [
    resource,
    ...[added, changed, deleted].map(count => figure(count)),
  ]);
  const fields = resources.flatMap(({ resource, fields: all }) =>
    all.map(({ path, records, example: { id, before, after } }) => [
      resource,
      path,
      figure(records),
      id,
      shorten(before),
      shorten(after),
    ]),
  );
  const more = fields.length > mostShown ? `\n… and ${fields.length - mostShown} more: --json shows all.` : '';
  return [
    `${connectionId}: ${figure(natives)} native records translated with mapping ${mapperVersion}; ${figure(unchanged)} records are as they were`,
    ...(rows.length > 0 ? [`\n${table(['resource', 'added', 'changed', 'deleted'], rows)}`] : []),
    ...(fields.length > 0 ? [`\n${table(fieldHead, fields.slice(0, mostShown))}${more}`] : []),
    ...remarks(result).map(remark => `\n${remark}`),
    '',
  ].join('\n');
}

const fieldHead = ['resource', 'field', 'records', 'for example', 'before', 'now'];

const remarks = ({ recovered, newlySetAside, stillSetAside, overtaken }: Renormalization): string[] => [
  ...(recovered > 0 ? [`${figure(recovered)} native records came out of being set aside.`] : []),
  ...(newlySetAside + stillSetAside > 0
    ? [`${figure(newlySetAside)} newly set aside, ${figure(stillSetAside)} still: "cartograph set-aside" says why.`]
    : []),
  ...(overtaken > 0 ? [`${figure(overtaken)} native records were read anew meanwhile, and left to that run.`] : []),
];

function shorten(value: unknown): string {
  const text = value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}
