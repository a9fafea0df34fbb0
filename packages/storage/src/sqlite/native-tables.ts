import type { Database } from 'better-sqlite3';
import type { NativeContent, NativeState, RowKey, Tables, UnmetNative } from '../shared/tables.js';

type NativeTables = Pick<
  Tables,
  'findNative' | 'addNative' | 'changeNative' | 'meetNative' | 'doubtNative' | 'loseNative' | 'unmetNatives'
>;

export function nativeTables(database: Database): NativeTables {
  const find = database.prepare<[string, string, string], NativeState>(
    'SELECT key, hash, basis, run_id AS runId FROM natives WHERE connection_id = ? AND stream = ? AND id = ?',
  );
  const add = database.prepare(
    'INSERT INTO natives (connection_id, stream, id, run_id, modified_at, hash, basis) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const change = database.prepare('UPDATE natives SET run_id = ?, modified_at = ?, hash = ?, basis = ? WHERE key = ?');
  // Bytes of UTF-8, kept as text that people and SQL can read: the cast copies them as they are.
  const putBody = database.prepare(
    'INSERT INTO native_bodies VALUES (?, CAST(? AS TEXT)) ON CONFLICT DO UPDATE SET body = excluded.body',
  );
  const meet = database.prepare('UPDATE natives SET run_id = ? WHERE key = ?');
  const doubt = database.prepare('UPDATE natives SET basis = NULL WHERE key = ?');
  const lose = database.prepare('UPDATE natives SET hash = NULL WHERE key = ?');
  const unmet = database.prepare<[string, string, string], Omit<UnmetNative, 'gone'> & { gone: number }>(
    'SELECT key, id, hash IS NULL AS gone FROM natives WHERE connection_id = ? AND stream = ? AND run_id <> ?',
  );

  return {
    findNative: ({ connectionId, stream, id }) => find.get(connectionId, stream, id),
    addNative({ connectionId, stream, id }, runId, content: NativeContent | null): RowKey {
      const { modifiedAt = null, hash = null, basis = null } = content ?? {};
      const key = Number(add.run(connectionId, stream, id, runId, modifiedAt, hash, basis).lastInsertRowid);
      if (content !== null) putBody.run(key, content.body);
      return key;
    },
    changeNative(key, runId, { modifiedAt, hash, basis, body }) {
      change.run(runId, modifiedAt, hash, basis, key);
      putBody.run(key, body);
    },
    meetNative: (key, runId) => void meet.run(runId, key),
    doubtNative: key => void doubt.run(key),
    loseNative: key => void lose.run(key),
    unmetNatives: (connectionId, stream, runId) =>
      unmet.all(connectionId, stream, runId).map(({ key, id, gone }) => ({ key, id, gone: gone === 1 })),
  };
}
