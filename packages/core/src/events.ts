import type { Instant } from './model/scalars.js';
import type { Connection } from './storage.js';

/**
 * What happened to the store besides its records. It is written in the transaction that did it, so that whoever keeps the
 * number that it processed last, and asks for what follows, misses nothing.
 */
export interface StoreEvent {
  /** Counts the events of the whole store from 1, without gaps and in the order of their commits. */
  readonly sequence: number;
  /** The last of the change feed when it happened: it comes after these changes and before those that follow. */
  readonly changes: number;
  /** One of `StoredEventType`, or what whoever wrote entries told with them. */
  readonly type: string;
  /** Null for what is of no connection. */
  readonly connectionId: string | null;
  readonly at: Instant;
  /** JSON: a `RunNote` of a run, a `ConnectionNote` of a connection, otherwise what was told. */
  readonly data: unknown;
}

/** What storage itself tells. */
export type StoredEventType = 'run.completed' | ConnectionEventType;

/**
 * `connected` comes with `created` unless it is paused; `disconnected` is told when it becomes paused, for whatever reason, and
 * `reconnected` when it no longer is.
 */
export type ConnectionEventType =
  | 'connection.created'
  | 'connection.connected'
  | 'connection.disconnected'
  | 'connection.reconnected'
  | 'connection.deleted';

/** The run itself is kept as long as its connection. */
export interface RunNote {
  readonly runId: string;
  /** Whether every stream that it read came to its end. */
  readonly complete: boolean;
  /** Whether it is the first complete one of its connection. */
  readonly first: boolean;
}

/** A connection as it was then, without its settings. */
export interface ConnectionNote extends Pick<Connection, 'platform' | 'createdAt' | 'pausedBecause' | 'pausedByUser'> {
  readonly shop: Pick<Connection['shop'], 'name' | 'currency' | 'timeZone'>;
}

/** It is numbered when it is written. */
export type NewEvent = Omit<StoreEvent, 'sequence' | 'changes'>;

export interface EventQuery {
  /** The sequence that was processed last; 0 for all. */
  readonly since: number;
  readonly limit?: number;
}
