import type { NativeRecord, RecordQuery, ResourceName, SetAsideRecord, StoredRecord } from '@cartograph/core';
import { resourceNames } from '@cartograph/core';
import { toNativeRecord, toSetAsideRecord, toStoredRecord } from '../shared/decoded.js';
import { sortable } from '../shared/instants.js';
import type { NativeName, RecordName } from '../shared/tables.js';
import { compareText } from '../shared/text.js';
import type { RecordRow, Rows } from './rows.js';
import { recordKey } from './tables.js';

/** As they are when the reading begins. */
export function* readRecords<Name extends ResourceName>(
  { records }: Rows,
  query: RecordQuery<Name>,
): Generator<StoredRecord<Name>> {
  const found = records.rows().filter(row => matches(row, query));
  found.sort((one, other) => compareText(one.connectionId, other.connectionId) || compareText(one.id, other.id));
  for (const row of found.slice(0, query.limit)) yield toStoredRecord<Name>(readable(row));
}

export function readRecord<Name extends ResourceName>(rows: Rows, name: RecordName): StoredRecord<Name> | null {
  const row = rows.records.get(recordKey(name));
  return row === undefined ? null : toStoredRecord<Name>(readable(row));
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
