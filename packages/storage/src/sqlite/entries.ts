import type { Entry, EntryName } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import type { EntryTables } from '../shared/entries.js';

export function entryStatements(database: Database): EntryTables & { all(kind: string): readonly Entry[] } {
  const all = database.prepare<[string], Entry>('SELECT kind, id, body FROM entries WHERE kind = ? ORDER BY key');
  const one = database.prepare<[string, string], Entry>('SELECT kind, id, body FROM entries WHERE kind = ? AND id = ?');
  const save = database.prepare(`
    INSERT INTO entries (kind, id, body) VALUES (?, ?, ?)
    ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`);
  const remove = database.prepare('DELETE FROM entries WHERE kind = ? AND id = ?');
  return {
    all: kind => all.all(kind),
    entry: (kind, id) => one.get(kind, id) ?? null,
    putEntry: ({ kind, id, body }) => void save.run(kind, id, body),
    removeEntry: ({ kind, id }: EntryName) => void remove.run(kind, id),
  };
}
