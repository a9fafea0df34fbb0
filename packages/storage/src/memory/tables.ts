import type { StoredDrift } from '@cartograph/core';
import { encode } from '../shared/encoding.js';
import type { NativeName, RecordName, RowKey, Tables } from '../shared/tables.js';
import { lastSequence } from './reading.js';
import type { NativeRow, RecordRow, Rows } from './rows.js';
import { keyOf } from './table.js';

export const nativeKey = ({ connectionId, stream, id }: NativeName): string => keyOf(connectionId, stream, id);
export const recordKey = ({ connectionId, resource, id }: RecordName): string => keyOf(connectionId, resource, id);

export const driftKey = ({ connectionId, stream, kind, path, after }: StoredDrift): string =>
  keyOf(connectionId, stream, path, kind, after);

const nothing: ReadonlySet<string> = new Set();
const withKey = (keys: ReadonlySet<string>, key: RowKey): ReadonlySet<string> => new Set(keys).add(String(key));
const without = (keys: ReadonlySet<string>, key: RowKey): ReadonlySet<string> =>
  new Set([...keys].filter(other => other !== key));

/** Those that were added after the row of the key; all where it is null. */
const following = <Row>(rows: readonly Row[], keyOfRow: (row: Row) => string, after: RowKey | null): readonly Row[] =>
  after === null ? rows : rows.slice(rows.findIndex(row => keyOfRow(row) === after) + 1);

/** Rows that refer to each other: what one names, the other has. */
export function memoryTables(rows: Rows): Tables {
  const { connections, checkpoints, natives, records, setAside, shapes, drifts, leases, changes } = rows;
  function changeNative(key: RowKey, change: (row: NativeRow) => Partial<NativeRow>): void {
    const row = natives.get(String(key));
    if (row !== undefined) natives.set(String(key), { ...row, ...change(row) });
  }
  function changeRecord(key: RowKey, change: (row: RecordRow) => Partial<RecordRow>): void {
    const row = records.get(String(key));
    if (row !== undefined) records.set(String(key), { ...row, ...change(row) });
  }
  function recordOf(key: RowKey): RecordRow {
    const row = records.get(String(key));
    if (row === undefined) throw new TypeError(`there is no record ${key}`);
    return row;
  }
  const hold = (native: RowKey, record: RowKey) =>
    changeNative(native, ({ held }) => ({ held: withKey(held, record) }));
  const held = (native: RowKey): readonly string[] => [...(natives.get(String(native))?.held ?? nothing)];
  const owner = (record: RowKey) => records.get(String(record))?.nativeKey;

  return {
    shop(connectionId) {
      const connection = connections.get(connectionId);
      return connection === undefined ? null : JSON.stringify(connection.shop);
    },
    checkpoint: (connectionId, stream) => checkpoints.get(keyOf(connectionId, stream))?.checkpoint ?? null,
    checkpoints: connectionId =>
      new Map(
        checkpoints
          .rows()
          .filter(row => row.connectionId === connectionId)
          .map(({ stream, checkpoint }) => [stream, checkpoint]),
      ),
    saveCheckpoint: (connectionId, stream, checkpoint) =>
      checkpoints.set(keyOf(connectionId, stream), { connectionId, stream, checkpoint }),

    lease: (connectionId, stream) => leases.get(keyOf(connectionId, stream)) ?? null,
    leasesOf: connectionId => leases.rows().filter(row => row.connectionId === connectionId),
    saveLease: lease => leases.set(keyOf(lease.connectionId, lease.stream), lease),

    lastSequence: () => lastSequence(rows),
    addChanges: row => changes.set(String(row.first), row),

    findNative(name) {
      const key = nativeKey(name);
      const row = natives.get(key);
      return row && { key, hash: row.hash, basis: row.basis, runId: row.runId };
    },
    addNative(name, runId, content) {
      const { hash = null, basis = null, modifiedAt = null, body = null } = content ?? {};
      natives.set(nativeKey(name), { ...name, hash, basis, runId, modifiedAt, body, held: nothing });
      return nativeKey(name);
    },
    changeNative: (key, runId, content) => changeNative(key, () => ({ ...content, runId })),
    meetNative: (key, runId) => changeNative(key, () => ({ runId })),
    rebaseNative: (key, basis) => changeNative(key, () => ({ basis })),
    doubtNative: key => changeNative(key, () => ({ basis: null })),
    loseNative: key => changeNative(key, () => ({ hash: null })),
    unmetNatives: (connectionId, stream, runId, after, limit) =>
      following(natives.rows(), nativeKey, after)
        .filter(row => row.connectionId === connectionId && row.stream === stream && row.runId !== runId)
        .slice(0, limit)
        .map(row => ({ key: nativeKey(row), id: row.id, gone: row.hash === null })),

    findRecord(name) {
      const key = recordKey(name);
      const row = records.get(key);
      return row && { ...row, key, deleted: row.deletedAt !== null };
    },
    readRecord(key) {
      const row = recordOf(key);
      return { ...row, deleted: row.deletedAt !== null };
    },
    addRecord(name, content) {
      const key = recordKey(name);
      if (records.get(key) !== undefined) return null;
      records.set(key, {
        ...name,
        ...content,
        nativeKey: String(content.nativeKey),
        claimants: nothing,
        deletedAt: null,
        deletedBecause: null,
      });
      hold(content.nativeKey, key);
      return key;
    },
    changeRecord(key, content) {
      changeRecord(key, () => ({
        ...content,
        nativeKey: String(content.nativeKey),
        deletedAt: null,
        deletedBecause: null,
      }));
      hold(content.nativeKey, key);
    },
    remapRecord: (key, mapperVersion) => changeRecord(key, () => ({ mapperVersion })),
    deleteRecord(key, at, deletedBecause) {
      changeRecord(key, () => ({ deletedAt: at, deletedBecause, syncedAt: at }));
      return recordOf(key);
    },
    giveRecord(key, native) {
      changeRecord(key, () => ({ nativeKey: String(native) }));
      hold(native, key);
    },
    liveRecords: (connectionId, after, limit) =>
      following(records.rows(), recordKey, after)
        .filter(row => row.connectionId === connectionId && row.deletedAt === null)
        .slice(0, limit)
        .map(row => ({ ...row, key: recordKey(row) })),
    ownedRecords: native => held(native).filter(key => owner(key) === native && records.get(key)?.deletedAt === null),

    claim(record, native) {
      changeRecord(record, ({ claimants }) => ({ claimants: withKey(claimants, native) }));
      hold(native, record);
    },
    unclaim: (record, native) => changeRecord(record, ({ claimants }) => ({ claimants: without(claimants, native) })),
    claimedRecords: native => held(native).filter(key => records.get(key)?.claimants.has(String(native))),
    claimant: record => [...(records.get(String(record))?.claimants ?? nothing)][0],

    hasSetAside: (connectionId, stream) =>
      setAside.rows().some(row => row.connectionId === connectionId && row.stream === stream),
    putSetAside(name, { native, reason, path }, at) {
      const { bytes: body } = encode(native.body);
      setAside.set(nativeKey(name), { ...name, modifiedAt: native.modifiedAt, body, reason, path, at });
    },
    removeSetAside: name => setAside.delete(nativeKey(name)),
    setAsideBody: name => setAside.get(nativeKey(name))?.body.toString(),

    saveShape: (connectionId, stream, shape) => shapes.set(keyOf(connectionId, stream), { connectionId, shape }),
    addDrift(drift) {
      if (drifts.get(driftKey(drift)) === undefined) drifts.set(driftKey(drift), drift);
    },
  };
}
