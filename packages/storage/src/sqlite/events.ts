import type { EventQuery, StoreEvent } from '@cartograph/core';
import type { Database } from 'better-sqlite3';
import type { EventTables } from '../shared/events.js';
import type { connectionStatements } from './connections.js';

interface EventRow extends Omit<StoreEvent, 'data'> {
  readonly data: string;
}

const batchSize = 250;

/** The event log as transactions write it. */
export function eventTables(
  database: Database,
  { one, save, run, runsOf, saveRun }: ReturnType<typeof connectionStatements>,
  { lastSequence }: Pick<EventTables, 'lastSequence'>,
): EventTables {
  const last = database.prepare<[], number>('SELECT sequence FROM events ORDER BY sequence DESC LIMIT 1').pluck();
  const add = database.prepare(`
    INSERT INTO events (sequence, changes, type, connection_id, at, data)
    VALUES ($sequence, $changes, $type, $connectionId, $at, $data)`);
  return {
    lastSequence,
    lastEvent: () => last.get() ?? 0,
    addEvent: event => void add.run({ ...event, data: JSON.stringify(event.data) }),
    connection: one,
    putConnection: save,
    run,
    runsOf,
    putRun: saveRun,
  };
}

/** And as it is read: each batch is a question of its own, so that nothing stays open in between. */
export function eventReader(database: Database) {
  const next = database.prepare<[number, number], EventRow>(`
    SELECT sequence, changes, type, connection_id AS connectionId, at, data FROM events
    WHERE sequence > ? ORDER BY sequence LIMIT ?`);
  return {
    *batches({ since, limit = Number.POSITIVE_INFINITY }: EventQuery): Generator<readonly StoreEvent[]> {
      for (let left = limit, after = since; left > 0; ) {
        const rows = next.all(after, Math.min(left, batchSize));
        const reached = rows.at(-1)?.sequence;
        if (reached === undefined) return;
        yield rows.map(row => ({ ...row, data: JSON.parse(row.data) }));
        left -= rows.length;
        after = reached;
      }
    },
  };
}
