import type { BodyPage } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';

const dayMs = 24 * 60 * 60_000;
const dayOf = (time: number): number => Math.floor(time / dayMs);

/** Whether a day (UTC) has begun since the last reading, of which there has been one. */
export const isDue = ({ since, until, resume }: ReadQuery, now: Date): boolean =>
  since !== null &&
  (resume !== null || dayOf(Date.parse(since)) < dayOf(until === null ? now.getTime() : Date.parse(until)));

/**
 * The whole of another stream once more, once a day however often it is asked for: for what changes without moving a modified
 * time. The first reading needs none of this.
 */
export const daily = <Connection extends { now(): Date }>(
  read: (connection: Connection, query: ReadQuery) => AsyncIterable<BodyPage>,
) =>
  async function* (connection: Connection, query: ReadQuery): AsyncGenerator<BodyPage> {
    if (isDue(query, connection.now())) yield* read(connection, { since: null, until: null, resume: query.resume });
  };
