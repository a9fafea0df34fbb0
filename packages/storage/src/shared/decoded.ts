import type { Instant, NativeRecord, SetAsideRecord } from '@cartograph/core';
import type { NativeName } from './tables.js';

interface NativeParts {
  readonly stream: string;
  readonly id: string;
  readonly modifiedAt: Instant | null;
  readonly body: string;
}

export const toNativeRecord = ({ stream, id, modifiedAt, body }: NativeParts): NativeRecord => ({
  stream,
  id,
  modifiedAt,
  body: JSON.parse(body),
});

interface SetAsideParts extends NativeName, NativeParts {
  readonly reason: string;
  readonly path: string | null;
  readonly at: Instant;
}

export const toSetAsideRecord = (row: SetAsideParts): SetAsideRecord => ({
  native: toNativeRecord(row),
  reason: row.reason,
  path: row.path,
  connectionId: row.connectionId,
  at: row.at,
});
