import type { Entry } from '@cartograph/core';
import type { Database } from 'better-sqlite3';

export function entryStatements(database: Database) {
  const all = database.prepare<[string], Entry>('SELECT kind, id, body FROM entries WHERE kind = ? ORDER BY key');
  const one = database.prepare<[string, string], Entry>('SELECT kind, id, body FROM entries WHERE kind = ? AND id = ?');
  const save = database.prepare(`
    INSERT INTO entries (kind, id, body) VALUES (?, ?, ?)
    ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`);
  const remove = database.prepare('DELETE FROM entries WHERE kind = ? AND id = ?');
  return {
    all: (kind: string): readonly Entry[] => all.all(kind),
    one: (kind: string, id: string): Entry | null => one.get(kind, id) ?? null,
    save: ({ kind, id, body }: Entry): void => void save.run(kind, id, body),
    delete: (kind: string, id: string): void => void remove.run(kind, id),
  };
}
