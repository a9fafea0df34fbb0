import { type Connection, type Run, readRun } from '@cartograph/core';
import type { Database } from 'better-sqlite3';

interface ConnectionRow extends Omit<Connection, 'shop' | 'pausedByUser'> {
  readonly shop: string;
  readonly byUser: 0 | 1;
}

const columns =
  'id, platform, settings, shop, created_at AS createdAt, paused_because AS pausedBecause, paused_by_user AS byUser';

/** What is kept of connections besides records. */
export function connectionStatements(database: Database) {
  function toConnection({ byUser, ...row }: ConnectionRow): Connection {
    const shop = JSON.parse(row.shop);
    return byUser === 1 ? { ...row, shop, pausedByUser: true } : { ...row, shop };
  }
  const all = database.prepare<[], ConnectionRow>(`SELECT ${columns} FROM connections ORDER BY id`);
  const one = database.prepare<[string], ConnectionRow>(`SELECT ${columns} FROM connections WHERE id = ?`);
  const save = database.prepare('INSERT OR REPLACE INTO connections VALUES (?, ?, ?, ?, ?, ?, ?)');
  const saveRun = database.prepare(`
    INSERT INTO runs (id, connection_id, started_at, run)
    SELECT ?, id, ?, ? FROM connections WHERE id = ?
    ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at, run = excluded.run`);
  const run = database.prepare<[string], string>('SELECT run FROM runs WHERE id = ?').pluck();
  const runsOf = database
    .prepare<[string], string>('SELECT run FROM runs WHERE connection_id = ? ORDER BY key')
    .pluck();
  const runs = database
    .prepare<[string, number], string>(
      `SELECT run FROM runs WHERE connection_id = ? ORDER BY rtrim(started_at, 'Z') DESC, key DESC LIMIT ?`,
    )
    .pluck();
  const deletions = [
    'DELETE FROM claims WHERE native_key IN (SELECT key FROM natives WHERE connection_id = ?)',
    'DELETE FROM native_blocks WHERE connection_id = ?',
    'DELETE FROM natives WHERE connection_id = ?',
    'DELETE FROM records WHERE connection_id = ?',
    'DELETE FROM set_aside WHERE connection_id = ?',
    'DELETE FROM checkpoints WHERE connection_id = ?',
    'DELETE FROM runs WHERE connection_id = ?',
    'DELETE FROM shapes WHERE connection_id = ?',
    'DELETE FROM drifts WHERE connection_id = ?',
    'DELETE FROM documents WHERE connection_id = ?',
    'DELETE FROM connections WHERE id = ?',
  ].map(sql => database.prepare(sql));

  return {
    all: (): readonly Connection[] => all.all().map(toConnection),
    one(id: string): Connection | null {
      const row = one.get(id);
      return row === undefined ? null : toConnection(row);
    },
    save({ id, platform, settings, shop, createdAt, pausedBecause, pausedByUser }: Connection): void {
      save.run(id, platform, settings, JSON.stringify(shop), createdAt, pausedBecause, pausedByUser ? 1 : 0);
    },
    /** To be called inside a transaction, after the change feed told it. */
    delete(id: string): void {
      for (const deletion of deletions) deletion.run(id);
    },
    /** False where there is no such connection. */
    saveRun: (run: Run): boolean =>
      saveRun.run(run.id, run.startedAt, JSON.stringify(run), run.connectionId).changes === 1,
    run(id: string): Run | null {
      const text = run.get(id);
      return text === undefined ? null : readRun(JSON.parse(text));
    },
    *runsOf(connectionId: string): Generator<Run> {
      for (const text of runsOf.iterate(connectionId)) yield readRun(JSON.parse(text));
    },
    runs: (connectionId: string, limit: number): readonly Run[] =>
      runs.all(connectionId, limit).map(text => readRun(JSON.parse(text))),
  };
}
