import type {
  Instant,
  NativeRecord,
  ResourceName,
  Resources,
  SetAsideRecord,
  Stored,
  StoredRecord,
} from '@cartograph/core';
import type { NativeName } from './tables.js';

interface RecordParts extends Stored {
  readonly body: string;
}

/** What a driver keeps of a record, as its reader sees it. */
export function toStoredRecord<Name extends ResourceName>(row: RecordParts): StoredRecord<Name> {
  const { connectionId, platform, syncedAt, deletedAt, deletedBecause, mapperVersion } = row;
  // The resource of the row says which: what `commit` took as one comes back as one.
  const record: Resources[Name] = JSON.parse(row.body);
  return { ...record, connectionId, platform, syncedAt, deletedAt, deletedBecause, mapperVersion };
}

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
