import type { Run, Storage } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import { certified } from './shared/certified.js';
import { commitPage, encodeBodies } from './shared/commit.js';
import { unknownConnection } from './shared/connection.js';
import { writeEntries } from './shared/entries.js';
import { keepConnection, keepRun, tellDeleted } from './shared/events.js';
import { forgetConnection } from './shared/forget.js';
import { acquireLease, releaseLease, renewLease } from './shared/lease.js';
import { meetPage } from './shared/meet.js';
import { replayPage } from './shared/replay.js';
import { sweepStream } from './shared/sweep.js';
import { unmetIds } from './shared/unmet.js';
import { apiKeyStatements } from './sqlite/api-keys.js';
import { blocks } from './sqlite/blocks.js';
import { changeReader } from './sqlite/changes.js';
import { connectionStatements } from './sqlite/connections.js';
import { documentStatements } from './sqlite/documents.js';
import { entryStatements } from './sqlite/entries.js';
import { guarded } from './sqlite/errors.js';
import { eventReader, eventTables } from './sqlite/events.js';
import { keeper } from './sqlite/kept.js';
import { nativeReader } from './sqlite/native-reading.js';
import { openDatabase, type SqliteOptions } from './sqlite/open.js';
import { lister } from './sqlite/query/lister.js';
import { reader } from './sqlite/reading.js';
import { shapeStatements } from './sqlite/shapes.js';
import { type StagedBlock, stageBlocks } from './sqlite/staging.js';
import { sqliteTables } from './sqlite/tables.js';

/** Keeps everything in one SQLite file; other processes may read it while one writes. */
export function createSqliteStorage(options: SqliteOptions): Storage {
  const { path } = options;
  return guarded(path, () => storageOn(openDatabase(options), path));
}

function storageOn(database: Database, path: string): Storage {
  const bodies = blocks(database);
  const tables = sqliteTables(database, bodies);
  const connections = connectionStatements(database);
  const reading = reader(database);
  const natives = nativeReader(database);
  const changes = changeReader(database);
  const shapes = shapeStatements(database);
  const list = lister(database);
  const apiKeys = apiKeyStatements(database);
  const documents = documentStatements(database);
  const entries = entryStatements(database);
  const told = eventTables(database, connections, tables);
  const events = eventReader(database);
  const kept = keeper(database);
  const allConnections = kept(() => connections.all());
  const checkpointsOf = kept(connectionId => tables.checkpoints(connectionId));
  const apiKey = kept(id => apiKeys.one(id));
  const saveRun = (run: Run): boolean => keepRun(told, run);
  /** What another process writes meanwhile is waited for at the beginning, not in the middle. */
  const inTransaction = <Result>(work: () => Result): Result =>
    guarded(path, () => database.transaction(work).immediate());
  const withBodies = <Result>(work: () => Result, staged: readonly StagedBlock[] = []): Result =>
    inTransaction(() => {
      bodies.begin(staged);
      const result = work();
      bodies.flush();
      return result;
    });

  function* guardedBatches<Row>(batches: Iterator<readonly Row[]>): Generator<readonly Row[]> {
    for (;;) {
      const batch = guarded(path, () => batches.next());
      if (batch.done === true) return;
      yield batch.value;
    }
  }

  return {
    connections: async () => guarded(path, () => allConnections('all')),
    connection: async id => guarded(path, () => connections.one(id)),
    saveConnection: async (connection, at = connection.createdAt) =>
      inTransaction(() => keepConnection(told, connection, at)),
    deleteConnection: async (id, at) =>
      inTransaction(() => {
        forgetConnection(tables, id, at);
        tellDeleted(told, id, at);
        connections.delete(id);
      }),

    checkpoint: async (connectionId, stream) => guarded(path, () => tables.checkpoint(connectionId, stream)),
    checkpoints: async connectionId => guarded(path, () => checkpointsOf(connectionId)),
    async commit(page) {
      const encoded = encodeBodies(page);
      const staged = await guarded(path, () => stageBlocks(tables, page, encoded));
      return withBodies(() => certified(page, commitPage(tables, page, encoded), saveRun), staged);
    },
    meet: async meeting => inTransaction(() => certified(meeting, meetPage(tables, meeting), saveRun)),
    unmet: async query => guarded(path, () => unmetIds(tables, query)),
    sweep: async sweep => inTransaction(() => certified(sweep, sweepStream(tables, sweep), saveRun)),

    async *changes(query) {
      for (const batch of guardedBatches(changes.batches(query))) yield* batch;
    },
    lastSequence: async () => guarded(path, () => tables.lastSequence()),

    async *events(query) {
      for (const batch of guardedBatches(events.batches(query))) yield* batch;
    },
    lastEvent: async () => guarded(path, () => told.lastEvent()),

    acquireLease: async request => inTransaction(() => acquireLease(tables, request)),
    renewLease: async renewal => inTransaction(() => renewLease(tables, renewal)),
    releaseLease: async lease => inTransaction(() => releaseLease(tables, lease)),

    async *records(query) {
      for (const batch of guardedBatches(reading.batches(query))) {
        for (const { body } of batch) yield JSON.parse(body);
      }
    },
    record: async (connectionId, resource, id) => guarded(path, () => reading.record({ connectionId, resource, id })),
    query: async query => guarded(path, () => list(query)),
    nativeOf: async (connectionId, resource, id) =>
      guarded(path, () => reading.nativeOf({ connectionId, resource, id })),
    counts: async connectionId => guarded(path, () => reading.counts(connectionId)),
    setAside: async connectionId => guarded(path, () => reading.setAside(connectionId)),

    async *natives(query) {
      yield* guardedBatches(natives.batches(query));
    },
    replay: async page => withBodies(() => replayPage(tables, page)),

    shape: async (connectionId, stream) => guarded(path, () => shapes.shape(connectionId, stream)),
    drifts: async connectionId => guarded(path, () => shapes.drifts(connectionId)),
    acceptDrifts: async drifts => inTransaction(() => shapes.accept(drifts)),

    async saveRun(run) {
      if (!inTransaction(() => saveRun(run))) throw unknownConnection(run.connectionId);
    },
    run: async id => guarded(path, () => connections.run(id)),
    runs: async (connectionId, limit) => guarded(path, () => connections.runs(connectionId, limit)),

    apiKeys: async () => guarded(path, () => apiKeys.all()),
    apiKey: async id => guarded(path, () => apiKey(id)),
    saveApiKey: async key => guarded(path, () => apiKeys.save(key)),

    viewPosition: async view => guarded(path, () => documents.position(view)),
    writeDocuments: async write => inTransaction(() => documents.write(write)),
    document: async (view, name) => guarded(path, () => documents.one(view, name)),
    queryDocuments: async query => guarded(path, () => documents.query(query)),

    entries: async kind => guarded(path, () => entries.all(kind)),
    entry: async (kind, id) => guarded(path, () => entries.entry(kind, id)),
    saveEntry: async entry => guarded(path, () => entries.putEntry(entry)),
    deleteEntry: async (kind, id) => guarded(path, () => entries.removeEntry({ kind, id })),
    writeEntries: async write => inTransaction(() => writeEntries(entries, told, write)),

    close: async () => guarded(path, () => void database.close()),
  };
}
