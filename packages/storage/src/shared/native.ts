import type { ModelRecord, NativeRecord } from '@cartograph/core';
import { type Encoded, encode } from './encoding.js';
import type { Writing } from './feed.js';
import { type MadeBy, placeRecord } from './record.js';
import { heldRecords, releaseRecord } from './release.js';
import type { RowKey, Tables } from './tables.js';

/** What the native records of a page share that are of one stream. */
export interface NativeWriting extends Writing, MadeBy {
  readonly runId: string;
  readonly basis: string;
}

/** By what the records of a native record were made: the mapper, and the shop context as JSON. */
export const basisOf = (mapperVersion: number, shop: string): string => `${mapperVersion}:${encode(shop).hash}`;

/**
 * Stores a native record and what it yields. One that is as it was, mapped as it was, costs its hash and no more. Answers
 * how many model records are as they were.
 */
export function writeNative(
  tables: Tables,
  writing: NativeWriting,
  { stream, id, modifiedAt }: NativeRecord,
  { bytes: body, hash }: Encoded,
  records: readonly ModelRecord[],
): number {
  const { connectionId, runId, basis } = writing;
  const name = { connectionId, stream, id };
  const known = tables.findNative(name);
  if (known?.hash === hash && known.basis === basis) {
    if (known.runId !== runId) tables.meetNative(known.key, runId);
    return records.length;
  }
  const content = { modifiedAt, body, hash, basis };
  const earlier = known === undefined ? [] : heldRecords(tables, known.key);
  const key = known === undefined ? tables.addNative(name, runId, content) : known.key;
  if (known?.hash === hash) {
    tables.rebaseNative(key, basis);
    tables.meetNative(key, runId);
  } else if (known !== undefined) tables.changeNative(key, runId, content);
  const yielded = new Set<RowKey>();
  let unchanged = 0;
  for (const record of records) {
    const placed = placeRecord(tables, writing, { key, isNew: known === undefined }, record);
    yielded.add(placed.key);
    if (!placed.changed) unchanged += 1;
  }
  for (const held of earlier) {
    if (!yielded.has(held.key)) releaseRecord(tables, writing, held, key, 'not yielded');
  }
  return unchanged;
}
