import type { StoredDrift } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import type { Tables } from '../shared/tables.js';

/** Shapes and drift as pages write them. */
export function shapeTables(database: Database): Pick<Tables, 'saveShape' | 'addDrift'> {
  const saveShape = database.prepare('INSERT OR REPLACE INTO shapes VALUES (?, ?, ?)');
  const addDrift = database.prepare('INSERT OR IGNORE INTO drifts VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    saveShape: (connectionId, stream, shape) => void saveShape.run(connectionId, stream, shape),
    addDrift: ({ connectionId, stream, path, kind, after, before, nativeId, at }) =>
      void addDrift.run(connectionId, stream, path, kind, after, before, nativeId, at),
  };
}

/** And as they are read and accepted. */
export function shapeStatements(database: Database) {
  const shape = database
    .prepare<[string, string], string>('SELECT shape FROM shapes WHERE connection_id = ? AND stream = ?')
    .pluck();
  const drifts = database.prepare<[string | null], StoredDrift>(`
    SELECT connection_id AS connectionId, stream, path, kind, before, after, native_id AS nativeId, at
    FROM drifts WHERE connection_id = coalesce(?, connection_id) ORDER BY connection_id, stream, path, rowid`);
  const accept = database.prepare(
    'DELETE FROM drifts WHERE connection_id = ? AND stream = ? AND path = ? AND kind = ? AND after = ?',
  );
  return {
    shape: (connectionId: string, stream: string): string | null => shape.get(connectionId, stream) ?? null,
    drifts: (connectionId: string | undefined): readonly StoredDrift[] => drifts.all(connectionId ?? null),
    /** To be called inside a transaction. */
    accept(accepted: readonly StoredDrift[]): void {
      for (const { connectionId, stream, path, kind, after } of accepted)
        accept.run(connectionId, stream, path, kind, after);
    },
  };
}
