import type { Connection, ConnectionNote, NewEvent } from '@cartograph/core';

/** Settings were given to a connection, and its shop did not take them. */
export interface FailedNote extends ConnectionNote {
  readonly reason: string;
  /** It never had others. */
  readonly isNew: boolean;
}

export function failedEvent(
  {
    connection,
    reason,
    isNew,
  }: {
    readonly connection: Pick<Connection, 'id' | 'platform' | 'createdAt' | 'pausedBecause' | 'shop'>;
    readonly reason: string;
    readonly isNew: boolean;
  },
  now: Date,
): NewEvent {
  const { id, platform, createdAt, pausedBecause, shop } = connection;
  const { name, currency, timeZone } = shop;
  const data: FailedNote = { platform, createdAt, pausedBecause, shop: { name, currency, timeZone }, reason, isNew };
  return { type: 'connection.failed', connectionId: id, at: now.toISOString(), data };
}
