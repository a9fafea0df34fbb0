import {
  type Connection,
  type ConnectionNote,
  type Instant,
  isComplete,
  type NewEvent,
  type Run,
  type RunNote,
  type StoredEventType,
  type StoreEvent,
} from '@cartograph/core';

/** What the rules of telling events work on; a driver calls them inside one transaction. */
export interface EventTables {
  lastSequence(): number;
  /** 0 where there is none. */
  lastEvent(): number;
  addEvent(event: StoreEvent): void;
  connection(id: string): Connection | null;
  putConnection(connection: Connection): void;
  run(id: string): Run | null;
  /** Of the connection, from the first that was kept. */
  runsOf(connectionId: string): Iterable<Run>;
  /** False, and nothing is written, where there is no such connection. */
  putRun(run: Run): boolean;
}

export const tell = (tables: EventTables, event: NewEvent): void =>
  tables.addEvent({ sequence: tables.lastEvent() + 1, changes: tables.lastSequence(), ...event });

/** Keeps a run and tells that it is finished, once. False where there is no such connection. */
export function keepRun(tables: EventTables, run: Run): boolean {
  const { id, connectionId, finishedAt } = run;
  const ends = finishedAt !== null && (tables.run(id)?.finishedAt ?? null) === null;
  const complete = ends && isComplete(run);
  const first = complete && !some(tables.runsOf(connectionId), isComplete);
  if (!tables.putRun(run)) return false;
  const data: RunNote = { runId: id, complete, first };
  if (ends) tell(tables, { type: 'run.completed' satisfies StoredEventType, connectionId, at: finishedAt, data });
  return true;
}

function some<Item>(items: Iterable<Item>, is: (item: Item) => boolean): boolean {
  for (const item of items) if (is(item)) return true;
  return false;
}

export function keepConnection(tables: EventTables, connection: Connection, at: Instant): void {
  const before = tables.connection(connection.id);
  tables.putConnection(connection);
  for (const type of becoming(before, connection)) tell(tables, noteOf(connection, type, at));
}

/** To be called where its records are told already, and it is not yet gone. */
export function tellDeleted(tables: EventTables, id: string, at: Instant): void {
  const connection = tables.connection(id);
  if (connection) tell(tables, noteOf(connection, 'connection.deleted', at));
}

function becoming(before: Connection | null, after: Connection): readonly StoredEventType[] {
  const isPaused = after.pausedBecause !== null;
  if (before === null) return isPaused ? ['connection.created'] : ['connection.created', 'connection.connected'];
  const wasPaused = before.pausedBecause !== null;
  if (isPaused === wasPaused) return [];
  return [isPaused ? 'connection.disconnected' : 'connection.reconnected'];
}

function noteOf(connection: Connection, type: StoredEventType, at: Instant): NewEvent {
  const { id, platform, createdAt, pausedBecause, pausedByUser, shop } = connection;
  const { name, currency, timeZone } = shop;
  const data: ConnectionNote = {
    ...{ platform, createdAt, pausedBecause, shop: { name, currency, timeZone } },
    ...(pausedByUser && { pausedByUser }),
  };
  return { type, connectionId: id, at, data };
}
