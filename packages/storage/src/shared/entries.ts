import { ConflictError, type Entry, type EntryName, type EntryWrite } from '@cartograph/core';
import { type EventTables, tell } from './events.js';

export interface EntryTables {
  entry(kind: string, id: string): Entry | null;
  putEntry(entry: Entry): void;
  removeEntry(name: EntryName): void;
}

/** Writes entries, and tells what happened with them; the driver makes it one transaction. */
export function writeEntries(tables: EntryTables, events: EventTables, write: EntryWrite): void {
  const { expect = [], put = [], remove = [], tell: told = [] } = write;
  for (const { kind, id, body } of expect)
    if ((tables.entry(kind, id)?.body ?? null) !== body)
      throw new ConflictError(`Somebody else changed ${kind} ${id}: go on from what it is now`, { kind, id });
  for (const entry of put) tables.putEntry(entry);
  for (const name of remove) tables.removeEntry(name);
  for (const event of told) tell(events, event);
}
