import type { ApiKey } from '@cartograph/core';
import type { Database } from 'better-sqlite3';

/** Each is one JSON text: they are few, and asked for by id. */
export function apiKeyStatements(database: Database) {
  const all = database.prepare<[], string>('SELECT api_key FROM api_keys ORDER BY key').pluck();
  const one = database.prepare<[string], string>('SELECT api_key FROM api_keys WHERE id = ?').pluck();
  const save = database.prepare(`
    INSERT INTO api_keys (id, api_key) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET api_key = excluded.api_key`);
  return {
    all: (): readonly ApiKey[] => all.all().map((text): ApiKey => JSON.parse(text)),
    one(id: string): ApiKey | null {
      const text = one.get(id);
      return text === undefined ? null : JSON.parse(text);
    },
    save: (key: ApiKey): void => void save.run(key.id, JSON.stringify(key)),
  };
}
