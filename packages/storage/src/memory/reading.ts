import type {
  Change,
  ChangeQuery,
  EventQuery,
  NativeQuery,
  NativeRecord,
  RecordQuery,
  ResourceName,
  Resources,
  SetAsideRecord,
  StoredDrift,
  StoredNative,
  StoredRecord,
} from '@cartograph/core';
import { resourceNames } from '@cartograph/core';
import { toNativeRecord, toSetAsideRecord } from '../shared/decoded.js';
import { changesIn } from '../shared/feed.js';
import { sortable } from '../shared/instants.js';
import { type NativeName, type RecordName, unserved } from '../shared/tables.js';
import { compareText } from '../shared/text.js';
import type { RecordRow, Rows } from './rows.js';
import { nativeKey, recordKey } from './tables.js';

/** As they are when the reading begins. */
export function* readRecords<Name extends ResourceName>(
  { records }: Rows,
  query: RecordQuery<Name>,
): Generator<StoredRecord<Name>> {
  const found = records.rows().filter(row => matches(row, query));
  found.sort((one, other) => compareText(one.connectionId, other.connectionId) || compareText(one.id, other.id));
  for (const row of found.slice(0, query.limit)) yield toStoredRecord<Name>(row);
}

export function readRecord<Name extends ResourceName>(rows: Rows, name: RecordName): StoredRecord<Name> | null {
  const row = rows.records.get(recordKey(name));
  return row === undefined ? null : toStoredRecord<Name>(row);
}

function toStoredRecord<Name extends ResourceName>(row: RecordRow): StoredRecord<Name> {
  const { connectionId, platform, syncedAt, deletedAt, deletedBecause, mapperVersion, body } = row;
  // The resource of the row says which: what `commit` took as one comes back as one.
  const record: Resources[Name] = JSON.parse(body.toString());
  return { ...record, connectionId, platform, syncedAt, deletedAt, deletedBecause, mapperVersion };
}

export function readNative(rows: Rows, name: RecordName): NativeRecord | null {
  const record = rows.records.get(recordKey(name));
  const native = record && rows.natives.get(record.nativeKey);
  return native === undefined || native.body === null
    ? null
    : toNativeRecord(readable({ ...native, body: native.body }));
}

export function readSetAside({ setAside }: Rows, connectionId: string | undefined): readonly SetAsideRecord[] {
  const found = setAside.rows().filter(row => connectionId === undefined || row.connectionId === connectionId);
  return found.toSorted(byName).map(row => toSetAsideRecord(readable(row)));
}

const batchSize = 250;

/** In batches, each as the records are when it is asked for. */
export function* readNatives(
  { natives, setAside }: Rows,
  { connectionId, streams, setAside: only = false }: NativeQuery,
): Generator<readonly StoredNative[]> {
  const found = natives.rows().filter(row => row.connectionId === connectionId && streams.includes(row.stream));
  const names = found.map(nativeKey);
  for (let start = 0; start < names.length; start += batchSize) {
    const batch = names.slice(start, start + batchSize).flatMap((key): StoredNative[] => {
      const [waiting, row] = [setAside.get(key), natives.get(key)];
      const isStored = row?.hash != null && row.body !== null;
      if (waiting && !(isStored && waiting.body.toString() === unserved))
        return [{ native: toNativeRecord(readable(waiting)), setAside: true }];
      if (only || !row || row.hash === null || row.body === null) return [];
      return [{ native: toNativeRecord(readable({ ...row, body: row.body })), setAside: false }];
    });
    if (batch.length > 0) yield batch;
  }
}

export function readDrifts({ drifts }: Rows, connectionId: string | undefined): readonly StoredDrift[] {
  const found = drifts.rows().filter(row => connectionId === undefined || row.connectionId === connectionId);
  return found.toSorted(
    (one, other) =>
      compareText(one.connectionId, other.connectionId) ||
      compareText(one.stream, other.stream) ||
      compareText(one.path, other.path),
  );
}

export function lastSequence({ changes }: Rows): number {
  const last = changes.rows().at(-1);
  return last === undefined ? 0 : last.first + last.changes.length - 1;
}

/** Row by row, each asked for when it is reached: what is written meanwhile comes too. */
export function* readChanges({ changes }: Rows, query: ChangeQuery): Generator<Change> {
  let left = query.limit ?? Number.POSITIVE_INFINITY;
  for (const row of changes.live()) {
    for (const change of changesIn(row, query)) {
      if (left === 0) return;
      left -= 1;
      yield change;
    }
  }
}

export function* readEvents({ events }: Rows, { since, limit = Number.POSITIVE_INFINITY }: EventQuery) {
  let left = limit;
  for (const event of events.live()) {
    if (event.sequence <= since) continue;
    if (left === 0) return;
    left -= 1;
    yield event;
  }
}

export function countRecords({ records }: Rows, connectionId: string): Record<ResourceName, number> {
  const rows = records.rows().filter(row => row.connectionId === connectionId && row.deletedAt === null);
  const counts = resourceNames.map(name => [name, rows.filter(row => row.resource === name).length] as const);
  return Object.fromEntries(counts) as Record<ResourceName, number>;
}

function matches(row: RecordRow, query: RecordQuery): boolean {
  return (
    row.resource === query.resource &&
    (query.connectionId === undefined || row.connectionId === query.connectionId) &&
    (query.orderId === undefined || row.orderId === query.orderId) &&
    (query.syncedSince === undefined || sortable(row.syncedAt) >= sortable(query.syncedSince)) &&
    (query.includeDeleted === true || row.deletedAt === null)
  );
}

const readable = <Row extends { readonly body: Buffer }>(row: Row) => ({ ...row, body: row.body.toString() });

const byName = (one: NativeName, other: NativeName): number =>
  compareText(one.connectionId, other.connectionId) ||
  compareText(one.stream, other.stream) ||
  compareText(one.id, other.id);
