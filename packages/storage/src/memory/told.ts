import type { EntryTables } from '../shared/entries.js';
import type { EventTables } from '../shared/events.js';
import { lastSequence } from './reading.js';
import type { Rows } from './rows.js';
import { keyOf } from './table.js';

/** Events are numbered without gaps and never removed, so their count is the number of the last one. */
export function eventTables(rows: Rows): EventTables {
  const { connections, runs, events } = rows;
  return {
    lastSequence: () => lastSequence(rows),
    lastEvent: () => events.size,
    addEvent: event => events.set(String(event.sequence), event),
    connection: id => connections.get(id) ?? null,
    putConnection: connection => connections.set(connection.id, connection),
    run: id => runs.get(id) ?? null,
    runsOf: connectionId => runs.rows().filter(run => run.connectionId === connectionId),
    putRun(run) {
      if (connections.get(run.connectionId) === undefined) return false;
      runs.set(run.id, run);
      return true;
    },
  };
}

export const entryTables = ({ entries }: Rows): EntryTables => ({
  entry: (kind, id) => entries.get(keyOf(kind, id)) ?? null,
  putEntry: entry => entries.set(keyOf(entry.kind, entry.id), entry),
  removeEntry: ({ kind, id }) => entries.delete(keyOf(kind, id)),
});
