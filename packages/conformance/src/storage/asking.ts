import assert from 'node:assert/strict';
import type { CommitResult, RecordQuery, ResourceName, Storage, StoredRecord } from '@cartograph/core';
import { connectionOf } from './samples.js';

/** The storage with the connection `shop` in it. */
export async function withShop(storage: Storage): Promise<Storage> {
  await storage.saveConnection(connectionOf('shop'));
  return storage;
}

export async function collect<Name extends ResourceName>(
  storage: Storage,
  query: RecordQuery<Name>,
): Promise<readonly StoredRecord<Name>[]> {
  const found: StoredRecord<Name>[] = [];
  for await (const record of storage.records(query)) found.push(record);
  return found;
}

/** How many model records a commit wrote and left. */
export const countsOf = ({ stored, unchanged }: CommitResult) => ({ stored, unchanged });

/** Ids in the order in which they come. */
export async function idsOf(storage: Storage, query: RecordQuery): Promise<readonly string[]> {
  return (await collect(storage, query)).map(record => record.id);
}

/** The record of the connection `shop`; it must be there, deleted or not. */
export async function stored<Name extends ResourceName>(
  storage: Storage,
  resource: Name,
  id: string,
): Promise<StoredRecord<Name>> {
  const record = await storage.record('shop', resource, id);
  assert.ok(record !== null, `${resource} ${id} is not in the store`);
  return record;
}
