import type { Database } from 'better-sqlite3';
import type { NativeContent, NativeState, RowKey, Tables, UnmetNative } from '../shared/tables.js';
import type { Blocks } from './blocks.js';

type NativeTables = Pick<
  Tables,
  | 'findNative'
  | 'addNative'
  | 'changeNative'
  | 'meetNative'
  | 'rebaseNative'
  | 'doubtNative'
  | 'loseNative'
  | 'unmetNatives'
>;

/** Of what was never stored. */
const nowhere = { block: null, start: null, length: null };

export function nativeTables(database: Database, bodies: Blocks): NativeTables {
  const find = database.prepare<[string, string, string], NativeState>(
    'SELECT key, hash, basis, run_id AS runId FROM natives WHERE connection_id = ? AND stream = ? AND id = ?',
  );
  const add = database.prepare(`
    INSERT INTO natives (connection_id, stream, id, run_id, modified_at, hash, basis, block_key, start, length)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const held = database.prepare<[RowKey], { connectionId: string; block: number | null }>(
    'SELECT connection_id AS connectionId, block_key AS block FROM natives WHERE key = ?',
  );
  const change = database.prepare(`
    UPDATE natives SET run_id = ?, modified_at = ?, hash = ?, basis = ?, block_key = ?, start = ?, length = ?
    WHERE key = ?`);
  const meet = database.prepare('UPDATE natives SET run_id = ? WHERE key = ?');
  const rebase = database.prepare('UPDATE natives SET basis = ? WHERE key = ? AND basis IS NOT ?');
  const doubt = database.prepare('UPDATE natives SET basis = NULL WHERE key = ?');
  const lose = database.prepare('UPDATE natives SET hash = NULL WHERE key = ?');
  // By key, so that the next batch goes on where this one ended.
  const unmet = database.prepare<
    [RowKey, string, string, string, number],
    Omit<UnmetNative, 'gone'> & { gone: number }
  >(`
    SELECT key, id, hash IS NULL AS gone FROM natives NOT INDEXED
    WHERE key > ? AND connection_id = ? AND stream = ? AND run_id <> ? ORDER BY key LIMIT ?`);

  return {
    findNative: ({ connectionId, stream, id }) => find.get(connectionId, stream, id),
    addNative({ connectionId, stream, id }, runId, content: NativeContent | null): RowKey {
      const { modifiedAt = null, hash = null, basis = null } = content ?? {};
      const { block, start, length } = content === null ? nowhere : bodies.put(connectionId, content.body);
      const values = [modifiedAt, hash, basis, block, start, length];
      return Number(add.run(connectionId, stream, id, runId, ...values).lastInsertRowid);
    },
    changeNative(key, runId, { modifiedAt, hash, basis, body }) {
      const row = held.get(key);
      if (row === undefined) throw new TypeError(`there is no native record ${key}`);
      if (row.block !== null) bodies.drop(row.block);
      const { block, start, length } = bodies.put(row.connectionId, body);
      change.run(runId, modifiedAt, hash, basis, block, start, length, key);
    },
    meetNative: (key, runId) => void meet.run(runId, key),
    rebaseNative: (key, basis) => void rebase.run(basis, key, basis),
    doubtNative: key => void doubt.run(key),
    loseNative: key => void lose.run(key),
    unmetNatives: (connectionId, stream, runId, after, limit) =>
      unmet
        .all(after ?? 0, connectionId, stream, runId, limit)
        .map(({ key, id, gone }) => ({ key, id, gone: gone === 1 })),
  };
}
