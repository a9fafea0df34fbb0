import type { Instant } from '@cartograph/core';
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
 * version of it when it is next met; where there is none, it is marked deleted. Answers whether it was.
 */
export function releaseRecord(tables: Tables, { key, owned }: HeldRecord, nativeKey: RowKey, at: Instant): boolean {
  if (!owned) {
    tables.unclaim(key, nativeKey);
    return false;
  }
  const heir = tables.claimant(key);
  if (heir === undefined) {
    tables.deleteRecord(key, at);
    return true;
  }
  tables.unclaim(key, heir);
  tables.giveRecord(key, heir);
  tables.doubtNative(heir);
  return false;
}
