import type { CommitResult, ModelRecord, NativeRecord, PageCommit } from '@cartograph/core';
import { encode } from './encoding.js';
import { placeRecord } from './record.js';
import { heldRecords, releaseRecord } from './release.js';
import type { NativeContent, RowKey, Tables } from './tables.js';

/** What all the native records of a page share. */
interface Writing {
  readonly page: PageCommit;
  readonly runId: string;
  readonly basis: string;
}

/** By what the records of a native record were made: the mapper, and the shop context as JSON. */
export const basisOf = (mapperVersion: number, shop: string): string => `${mapperVersion}:${encode(shop).hash}`;

/** Stores a native record and what it yields. One that is as it was, mapped as it was, costs its hash and no more. */
export function writeNative(
  tables: Tables,
  writing: Writing,
  native: NativeRecord,
  records: readonly ModelRecord[],
): CommitResult {
  const { page, runId, basis } = writing;
  const { bytes: body, hash } = encode(native.body);
  const known = tables.findNative({ connectionId: page.connectionId, stream: native.stream, id: native.id });
  if (known?.hash === hash && known.basis === basis) {
    if (known.runId !== runId) tables.meetNative(known.key, runId);
    return { stored: 0, unchanged: records.length };
  }
  const earlier = known === undefined ? [] : heldRecords(tables, known.key);
  const key = saveNative(tables, writing, native, known?.key, { modifiedAt: native.modifiedAt, body, hash, basis });
  const yielded = new Set<RowKey>();
  let stored = 0;
  for (const record of records) {
    const placed = placeRecord(tables, page, key, record);
    yielded.add(placed.key);
    if (placed.changed) stored += 1;
  }
  const unchanged = records.length - stored;
  for (const held of earlier) {
    if (!yielded.has(held.key) && releaseRecord(tables, held, key, page.at)) stored += 1;
  }
  return { stored, unchanged };
}

function saveNative(
  tables: Tables,
  { page, runId }: Writing,
  { stream, id }: NativeRecord,
  key: RowKey | undefined,
  content: NativeContent,
): RowKey {
  if (key === undefined) {
    return tables.addNative({ connectionId: page.connectionId, stream, id }, runId, content);
  }
  tables.changeNative(key, runId, content);
  return key;
}
