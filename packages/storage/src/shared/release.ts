import type { DeletionEvidence } from '@cartograph/core';
import type { Writing } from './feed.js';
import type { RowKey, Tables } from './tables.js';

interface HeldRecord {
  readonly key: RowKey;
  readonly owned: boolean;
}

/** Everything that the native record yielded when it was last stored. */
export const heldRecords = (tables: Tables, nativeKey: RowKey): readonly HeldRecord[] => [
  ...tables.ownedRecords(nativeKey).map(key => ({ key, owned: true })),
  ...tables.claimedRecords(nativeKey).map(key => ({ key, owned: false })),
];

/**
 * A native record does not yield the record any more. It passes to a native record that still does, which shows its own
 * version of it when it is next met; where there is none, it is marked deleted.
 */
export function releaseRecord(
  tables: Tables,
  { at, changes }: Writing,
  { key, owned }: HeldRecord,
  nativeKey: RowKey,
  evidence: DeletionEvidence,
): void {
  if (!owned) {
    tables.unclaim(key, nativeKey);
    return;
  }
  const heir = tables.claimant(key);
  if (heir === undefined) {
    const { resource, id } = tables.deleteRecord(key, at, evidence);
    changes.push([resource, 'deleted', id]);
    return;
  }
  tables.unclaim(key, heir);
  tables.giveRecord(key, heir);
  tables.doubtNative(heir);
}

/** The native record is gone at the source, and with it what only it yields. */
export function releaseNative(tables: Tables, writing: Writing, nativeKey: RowKey, evidence: DeletionEvidence): void {
  for (const held of heldRecords(tables, nativeKey)) releaseRecord(tables, writing, held, nativeKey, evidence);
  tables.loseNative(nativeKey);
}
