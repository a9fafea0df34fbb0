import type { Change, Instant, StoreEvent } from '@cartograph/core';
import type { Consumer } from './consumer.js';

/** A message before it has an id. */
export interface Draft {
  readonly type: string;
  /** What is sent, as JSON. */
  readonly body: (id: string) => unknown;
}

/** The words in which consumers are told. */
export interface Format {
  /** Changes of one type that follow each other; null in words that have none for records. */
  readonly ofChanges: ((type: string, changes: readonly Change[]) => Draft) | null;
  /** The messages that an event becomes, always the same ones; none where it is not told. */
  ofEvent(event: StoreEvent, consumer: Consumer): Promise<readonly Draft[]>;
  /** A message that tells nothing. */
  ofTest(at: Instant): Draft;
}

export interface Company {
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** To which company what happens belongs, also when it is gone by now. */
export interface Companies {
  ofConnection(connectionId: string): Company | null;
  /** Of an event that is of no connection. */
  ofEvent(event: StoreEvent): Company | null;
}
