import type { Run, Storage } from '@cartograph/core';
import { readDocument, readDocuments, writeDocuments } from './memory/documents.js';
import { listRecords } from './memory/listing.js';
import {
  countRecords,
  lastSequence,
  readChanges,
  readDrifts,
  readEvents,
  readNative,
  readNatives,
  readRecord,
  readRecords,
  readSetAside,
} from './memory/reading.js';
import { createRows } from './memory/rows.js';
import { Journal, keyOf } from './memory/table.js';
import { driftKey, memoryTables } from './memory/tables.js';
import { entryTables, eventTables } from './memory/told.js';
import { certified } from './shared/certified.js';
import { commitPage, encodeBodies } from './shared/commit.js';
import { unknownConnection } from './shared/connection.js';
import { writeEntries } from './shared/entries.js';
import { keepConnection, keepRun, tellDeleted } from './shared/events.js';
import { forgetConnection } from './shared/forget.js';
import { sortable } from './shared/instants.js';
import { acquireLease, releaseLease, renewLease } from './shared/lease.js';
import { meetPage } from './shared/meet.js';
import { replayPage } from './shared/replay.js';
import { sweepStream } from './shared/sweep.js';
import { compareText } from './shared/text.js';
import { unmetIds } from './shared/unmet.js';

/** Keeps everything in this process, and nothing after it: for tests and for reading a shop without a database. */
export function createMemoryStorage(): Storage {
  const journal = new Journal();
  const rows = createRows(journal);
  const tables = memoryTables(rows);
  const { connections, checkpoints, natives, records, setAside, runs, shapes, drifts, apiKeys, documents, entries } =
    rows;
  const told = eventTables(rows);
  const kept = entryTables(rows);
  const saveRun = (run: Run): boolean => keepRun(told, run);
  return {
    connections: async () => connections.rows().toSorted((one, other) => compareText(one.id, other.id)),
    connection: async id => connections.get(id) ?? null,
    saveConnection: async (connection, at = connection.createdAt) =>
      journal.transaction(() => keepConnection(told, connection, at)),
    async deleteConnection(id, at) {
      forgetConnection(tables, id, at);
      tellDeleted(told, id, at);
      connections.delete(id);
      for (const table of [checkpoints, natives, records, setAside, runs, shapes, drifts, documents]) {
        table.deleteWhere(row => row.connectionId === id);
      }
    },

    checkpoint: async (connectionId, stream) => tables.checkpoint(connectionId, stream),
    checkpoints: async connectionId => tables.checkpoints(connectionId),
    commit: async page =>
      journal.transaction(() => certified(page, commitPage(tables, page, encodeBodies(page)), saveRun)),
    meet: async meeting => journal.transaction(() => certified(meeting, meetPage(tables, meeting), saveRun)),
    unmet: async query => unmetIds(tables, query),
    sweep: async sweep => journal.transaction(() => certified(sweep, sweepStream(tables, sweep), saveRun)),

    async *changes(query) {
      yield* readChanges(rows, query);
    },
    lastSequence: async () => lastSequence(rows),

    async *events(query) {
      yield* readEvents(rows, query);
    },
    lastEvent: async () => told.lastEvent(),

    acquireLease: async request => journal.transaction(() => acquireLease(tables, request)),
    renewLease: async renewal => journal.transaction(() => renewLease(tables, renewal)),
    releaseLease: async lease => releaseLease(tables, lease),

    async *records(query) {
      yield* readRecords(rows, query);
    },
    record: async (connectionId, resource, id) => readRecord(rows, { connectionId, resource, id }),
    query: async query => listRecords(rows, query),
    nativeOf: async (connectionId, resource, id) => readNative(rows, { connectionId, resource, id }),
    counts: async connectionId => countRecords(rows, connectionId),

    setAside: async connectionId => readSetAside(rows, connectionId),

    async *natives(query) {
      yield* readNatives(rows, query);
    },
    replay: async page => journal.transaction(() => replayPage(tables, page)),

    shape: async (connectionId, stream) => shapes.get(keyOf(connectionId, stream))?.shape ?? null,
    drifts: async connectionId => readDrifts(rows, connectionId),
    async acceptDrifts(accepted) {
      for (const drift of accepted) drifts.delete(driftKey(drift));
    },

    async saveRun(run) {
      if (!journal.transaction(() => saveRun(run))) throw unknownConnection(run.connectionId);
    },
    run: async id => told.run(id),
    runs: async (connectionId, limit) =>
      runs
        .rows()
        .filter(run => run.connectionId === connectionId)
        .reverse()
        .toSorted((one, other) => compareText(sortable(other.startedAt), sortable(one.startedAt)))
        .slice(0, limit),

    apiKeys: async () => apiKeys.rows(),
    apiKey: async id => apiKeys.get(id) ?? null,
    saveApiKey: async key => apiKeys.set(key.id, key),

    viewPosition: async view => rows.viewPositions.get(view) ?? null,
    writeDocuments: async write => journal.transaction(() => writeDocuments(rows, write)),
    document: async (view, name) => readDocument(rows, view, name),
    queryDocuments: async query => readDocuments(rows, query),

    entries: async kind => entries.rows().filter(entry => entry.kind === kind),
    entry: async (kind, id) => kept.entry(kind, id),
    saveEntry: async entry => kept.putEntry(entry),
    deleteEntry: async (kind, id) => kept.removeEntry({ kind, id }),
    writeEntries: async write => journal.transaction(() => writeEntries(kept, told, write)),

    close: async () => {},
  };
}
