import { setImmediate } from 'node:timers/promises';
import type { Connection, ListQuery, ResourceName, Storage, StoredRecord } from '@cartograph/core';

type Asked<Name extends ResourceName> = Omit<ListQuery, 'resource' | 'limit' | 'after'> & { readonly resource: Name };

const pageSize = 1000;

/** All records of a query, parsed: for what is worked out of them. Others are answered between its pages. */
export async function* readAll<Name extends ResourceName>(
  storage: Storage,
  query: Asked<Name>,
): AsyncGenerator<StoredRecord<Name>> {
  for (let after: ListQuery['after'] = null; ; ) {
    const { records, next } = await storage.query({ ...query, limit: pageSize, after });
    // What `query` shows of a resource is that resource.
    yield* JSON.parse(Buffer.from(records).toString()) as StoredRecord<Name>[];
    if (next === null) return;
    after = next;
    await setImmediate();
  }
}

export async function collect<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const found: Value[] = [];
  for await (const value of values) found.push(value);
  return found;
}

/** The record as JSON, deleted or not; null where it is not there. */
export async function readOne(
  storage: Storage,
  { id }: Connection,
  resource: ResourceName,
  recordId: string,
): Promise<Uint8Array | null> {
  const { records, count } = await storage.query({
    resource,
    connections: [id],
    filters: [{ field: 'id', operator: 'in', values: [recordId] }],
    limit: 1,
    includeDeleted: true,
  });
  // Without the brackets of the list.
  return count === 0 ? null : records.subarray(1, -1);
}
