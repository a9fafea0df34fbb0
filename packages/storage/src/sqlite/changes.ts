import type { Change, ChangeQuery } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import { type ChangeRow, changesIn } from '../shared/feed.js';
import type { Tables } from '../shared/tables.js';

interface StoredRow extends Omit<ChangeRow, 'changes'> {
  readonly count: number;
  /** JSON. */
  readonly changes: string;
}

/** The change feed as transactions write it. */
export function changeTables(database: Database): Pick<Tables, 'lastSequence' | 'addChanges'> {
  const last = database
    .prepare<[], number>('SELECT first + count - 1 FROM changes ORDER BY first DESC LIMIT 1')
    .pluck();
  const add = database.prepare('INSERT INTO changes (first, count, connection_id, at, changes) VALUES (?, ?, ?, ?, ?)');
  return {
    lastSequence: () => last.get() ?? 0,
    addChanges: ({ first, connectionId, at, changes }) =>
      void add.run(first, changes.length, connectionId, at, JSON.stringify(changes)),
  };
}

/** And as it is read. */
export function changeReader(database: Database) {
  // The row that holds the first change after `since` may begin before that.
  const next = database.prepare<{ since: number; connectionId: string | null }, StoredRow>(`
    SELECT first, count, connection_id AS connectionId, at, changes FROM changes
    WHERE first >= coalesce((SELECT max(first) FROM changes WHERE first <= $since + 1), 0)
      AND first + count > $since + 1 AND connection_id = coalesce($connectionId, connection_id)
    ORDER BY first LIMIT 1`);

  return {
    /** The changes of a transaction at a time, each a question of its own: nothing stays open in between. */
    *batches(query: ChangeQuery): Generator<readonly Change[]> {
      let { since } = query;
      let left = query.limit ?? Number.POSITIVE_INFINITY;
      while (left > 0) {
        const row = next.get({ since, connectionId: query.connectionId ?? null });
        if (row === undefined) return;
        const found = [...changesIn({ ...row, changes: JSON.parse(row.changes) }, { ...query, since })];
        yield found.slice(0, left);
        left -= found.length;
        since = row.first + row.count - 1;
      }
    },
  };
}
