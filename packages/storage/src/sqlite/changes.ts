import type { Change, ChangeQuery } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import { type ChangeRow, changesIn } from '../shared/feed.js';
import type { Tables } from '../shared/tables.js';

interface StoredRow extends Omit<ChangeRow, 'changes'> {
  readonly count: number;
}

const batchSize = 250;

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
    SELECT first, count, connection_id AS connectionId, at FROM changes
    WHERE first >= coalesce((SELECT max(first) FROM changes WHERE first <= $since + 1), 0)
      AND first + count > $since + 1 AND connection_id = coalesce($connectionId, connection_id)
    ORDER BY first LIMIT 1`);
  const entries = database.prepare<[number], string>('SELECT changes FROM changes WHERE first = ?').pluck();
  // A row never changes, and who reads the feed page by page asks for the same one several times.
  let latest: ChangeRow | null = null;
  function read({ first, connectionId, at }: StoredRow): ChangeRow {
    if (latest?.first === first) return latest;
    latest = { first, connectionId, at, changes: JSON.parse(entries.get(first) ?? '[]') };
    return latest;
  }

  return {
    /** Some changes of a transaction at a time; each transaction is a question of its own, so that nothing stays open in between. */
    *batches(query: ChangeQuery): Generator<readonly Change[]> {
      let { since } = query;
      let left = query.limit ?? Number.POSITIVE_INFINITY;
      while (left > 0) {
        const row = next.get({ since, connectionId: query.connectionId ?? null });
        if (row === undefined) return;
        let found: Change[] = [];
        for (const change of changesIn(read(row), { ...query, since })) {
          found.push(change);
          left -= 1;
          if (left === 0) break;
          if (found.length < batchSize) continue;
          yield found;
          found = [];
        }
        yield found;
        since = row.first + row.count - 1;
      }
    },
  };
}
