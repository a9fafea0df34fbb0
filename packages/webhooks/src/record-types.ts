import type { ChangeKind } from '@cartograph/core';

/** What is told of a record. One that comes back is created: whoever was told that it is gone has nothing to update. */
export const recordTypeOf = {
  created: 'record.created',
  restored: 'record.created',
  updated: 'record.updated',
  deleted: 'record.deleted',
} as const satisfies Readonly<Record<ChangeKind, string>>;

export type RecordType = (typeof recordTypeOf)[ChangeKind];

export const recordTypes: readonly RecordType[] = [...new Set(Object.values(recordTypeOf))];
