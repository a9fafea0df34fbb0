import { isLoose } from '@cartograph/connector-kit';
import type { Instant, ReadQuery } from '@cartograph/core';
import { instant } from '../mapping/instant.js';
import type { IconicReader } from './reader.js';

/** What a body that comes from elsewhere than a connection is read with. */
const defaultZone = 'Australia/Sydney';

/** A time of an unchecked row; null where it has none that can be read. One without a zone is local to the venture. */
export function timeOf(row: unknown, key: string, reader: Pick<IconicReader, 'config'> | null): Instant | null {
  try {
    return isLoose(row) ? instant(row[key], { timeZone: reader?.config.timeZone ?? defaultZone }) : null;
  } catch {
    return null;
  }
}

/** Whether something changed then was changed by the end of the window; what does not tell its time was. */
export const endsWithin = (changedAt: Instant | null, { until }: ReadQuery): boolean =>
  changedAt === null || until === null || Date.parse(changedAt) <= Date.parse(until);

/**
 * The first day that may hold `since`, where a filter takes days of a zone that is not documented: the venture's or UTC,
 * whichever is behind.
 */
export function dayOf(since: Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const universal = new Date(since).toISOString().slice(0, 10);
  const [first = universal] = [format.format(new Date(since)), universal].sort();
  return first;
}
