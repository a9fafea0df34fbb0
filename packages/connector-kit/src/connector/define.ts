import {
  type Connector,
  type Coverage,
  coveredFields,
  type ExplainedRecord,
  type Host,
  type ShopContext,
  UnsupportedError,
} from '@cartograph/core';
import type { z } from 'zod';
import { findRecords, readIds, readPages } from './session.js';
import { type BoundStream, bindStream, type StreamDefinition } from './stream.js';

/** A native client as far as a session needs it. */
export interface SessionClient {
  /** The platform's clock, learnt from its answers. */
  now(): Date;
}

export interface ConnectorDefinition<Config, Client extends SessionClient, Shop extends ShopContext> {
  readonly id: string;
  readonly title: string;
  readonly platformKey?: string;
  readonly mapperVersion: number;
  readonly config: z.ZodType<Config>;
  readonly shop: z.ZodType<Shop>;
  readonly emptyShop: Shop;
  readonly coverage: Coverage;
  readonly streams: Readonly<Record<string, BindableStream<Client, Shop>>>;
  open(config: Config, host: Host): Client;
  check(client: Client): Promise<Shop>;
}

/** A stream's definition once its body type is settled: made by `stream`. */
export type BindableStream<Client, Shop extends ShopContext> = (
  connector: string,
  name: string,
) => BoundStream<Client, Shop>;

/** Settles the body type of one stream, so that a table can hold streams of many. */
export const stream =
  <Client, Shop extends ShopContext, Body>(
    definition: StreamDefinition<Client, Shop, Body>,
  ): BindableStream<Client, Shop> =>
  (connector, name) =>
    bindStream(connector, name, definition);

/** A connector from its table. */
export function defineConnector<Config, Client extends SessionClient, Shop extends ShopContext>(
  definition: ConnectorDefinition<Config, Client, Shop>,
): Connector<Config, Shop> {
  const { id, title, platformKey, mapperVersion, config, shop, emptyShop, coverage } = definition;
  const streams = new Map(Object.entries(definition.streams).map(([name, bind]) => [name, bind(title, name)] as const));
  const streamOf = (name: string): BoundStream<Client, Shop> => {
    const found = streams.get(name);
    if (found) return found;
    const known = [...streams.keys()].join(', ');
    throw new UnsupportedError(`${title} has no stream "${name}"; it has ${known}`, { connector: id, stream: name });
  };
  return {
    specVersion: 1,
    id,
    title,
    ...(platformKey === undefined ? {} : { platformKey }),
    mapperVersion,
    config,
    shop,
    emptyShop,
    coverage,
    streams: Object.fromEntries(streams),
    open: (settings, host) => {
      const client = definition.open(settings, host);
      return {
        check: () => definition.check(client),
        read: (name, query) => readPages(streamOf(name), client, query),
        find: async (name, ids) => findRecords(streamOf(name), client, name, ids),
        ids: (name, resume) => readIds(streamOf(name), client, name, resume),
        now: () => client.now(),
      };
    },
    normalize: (native, context) => streamOf(native.stream).normalize(native, context),
    explain: (native, context) =>
      streamOf(native.stream)
        .explain(native, context)
        .map(record => withCoverage(record, coverage[record.resource])),
  };
}

/** Where the connector states a rule for a field that its row does not state, as where several tables make one resource. */
function withCoverage(record: ExplainedRecord, fields: Coverage[ExplainedRecord['resource']]): ExplainedRecord {
  const stated = coveredFields(fields);
  return {
    ...record,
    fields: record.fields.map(field => {
      const provision = field.provision.kind === 'provided' ? stated[field.path.replace(/\[\d+\]/g, '[]')] : undefined;
      return provision?.kind === 'derived' ? { ...field, provision } : field;
    }),
  };
}
