import {
  everything,
  type IdPage,
  type NativePage,
  type NativeRecord,
  type ReadQuery,
  type ShopContext,
  UnsupportedError,
} from '@cartograph/core';
import type { BoundStream } from './stream.js';

export async function* readPages<Client, Shop extends ShopContext>(
  source: BoundStream<Client, Shop>,
  client: Client,
  query: ReadQuery,
): AsyncGenerator<NativePage> {
  const { feeds } = source;
  for await (const { bodies, ...rest } of source.read(client, query)) {
    const failed = feeds === null ? rest.failed : rest.failed?.map(record => ({ stream: feeds, ...record }));
    yield { ...rest, ...(failed && { failed }), records: bodies.map(body => source.native(body, client)) };
  }
}

export async function findRecords<Client, Shop extends ShopContext>(
  source: BoundStream<Client, Shop>,
  client: Client,
  name: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NativeRecord | null>> {
  if (ids.length === 0) return new Map();
  if (source.find === null) return findByReading(source, client, name, ids);
  const found = await source.find(client, ids);
  return new Map([...found].map(([id, body]) => [id, body === null ? null : source.native(body, client)]));
}

/** What a whole reading did not meet is gone, unless something in it could not be served. */
async function findByReading<Client, Shop extends ShopContext>(
  source: BoundStream<Client, Shop>,
  client: Client,
  name: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NativeRecord | null>> {
  if (source.incremental !== 'none') throw new UnsupportedError(`records of ${name} cannot be asked for by their ids`);
  const wanted = new Set(ids);
  const found = new Map<string, NativeRecord | null>();
  let whole = true;
  for await (const { records, failed = [] } of readPages(source, client, everything)) {
    for (const record of records) if (wanted.has(record.id)) found.set(record.id, record);
    whole &&= failed.length === 0;
    if (found.size === wanted.size) return found;
  }
  if (whole) for (const id of wanted) if (!found.has(id)) found.set(id, null);
  return found;
}

export function readIds<Client, Shop extends ShopContext>(
  source: BoundStream<Client, Shop>,
  client: Client,
  name: string,
  resume: string | null,
): AsyncIterable<IdPage> {
  if (source.ids === null) throw new UnsupportedError(`the ids of ${name} cannot be read without its records`);
  return source.ids(client, resume);
}
