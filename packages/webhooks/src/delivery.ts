import type { Entry, Instant, Storage } from '@cartograph/core';
import type { Position } from './position.js';

/** A message and what became of it. */
export interface Delivery {
  /** Stays the same over all attempts: the `webhook-id`. */
  readonly id: string;
  readonly type: string;
  /** What is sent, to the byte. */
  readonly body: string;
  /** `dropped`: a replay began anew before it was delivered. */
  readonly status: 'pending' | 'delivered' | 'failed' | 'dropped';
  readonly madeAt: Instant;
  /** Null unless it is pending. */
  readonly nextAttemptAt: Instant | null;
  /** Where the consumer was before it; null for a test. */
  readonly position: Position | null;
  readonly attempts: readonly Attempt[];
}

export interface Attempt {
  readonly at: Instant;
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  /** A sentence; null where it succeeded. */
  readonly error: string | null;
  readonly milliseconds: number;
}

/** The messages of a consumer that are kept, the newest. */
export const mostKept = 500;
/** The attempts of a message that are kept, the newest. */
const mostAttempts = 20;

export const logKind = (consumerId: string): string => `webhook deliveries of ${consumerId}`;

/** The log is a ring: a message takes the place of the one that was made so many before it. */
export const logEntry = (consumerId: string, place: number, delivery: Delivery): Entry => ({
  kind: logKind(consumerId),
  id: placeOf(place),
  body: JSON.stringify(delivery),
});

const placeOf = (place: number): string => String(place % mostKept);

export async function deliveryAt(storage: Storage, consumerId: string, place: number): Promise<Delivery | null> {
  const entry = await storage.entry(logKind(consumerId), placeOf(place));
  return entry && JSON.parse(entry.body);
}

export interface Logged {
  readonly delivery: Delivery;
  readonly entry: Entry;
}

/** Newest first. */
export async function readLog(storage: Storage, consumerId: string): Promise<readonly Logged[]> {
  const logged = (await storage.entries(logKind(consumerId))).map(
    (entry): Logged => ({ delivery: JSON.parse(entry.body), entry }),
  );
  return logged.reverse().sort((one, other) => Date.parse(other.delivery.madeAt) - Date.parse(one.delivery.madeAt));
}

export const attempted = (
  delivery: Delivery,
  attempt: Attempt,
  after: Pick<Delivery, 'status' | 'nextAttemptAt'>,
): Delivery => ({
  ...delivery,
  ...after,
  attempts: [...delivery.attempts, attempt].slice(-mostAttempts),
});
