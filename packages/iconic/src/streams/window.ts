import { isLoose, localInstant } from '@cartograph/connector-kit';
import type { Instant, ReadQuery } from '@cartograph/core';
import { instant } from '../mapping/instant.js';
import type { IconicReader } from './reader.js';

/** What a body that comes from elsewhere than a connection is read with. */
const defaultZone = 'Australia/Sydney';
/** Of `2026-01-31 09:30:00`, which has no zone. */
const plainLength = 19;

type Zoned = Pick<IconicReader, 'config'> | null;

const zoneOf = (reader: Zoned): string => reader?.config.timeZone ?? defaultZone;

/** A time of an unchecked row; null where it has none that can be read. One without a zone is local to the venture. */
export function latestTimeOf(row: unknown, key: string, reader: Zoned): Instant | null {
  try {
    return isLoose(row) ? instant(row[key], { timeZone: zoneOf(reader) }) : null;
  } catch {
    return null;
  }
}

const hourMs = 3_600_000;

/**
 * As `latestTimeOf`, and the first of the two times that a text without a zone may tell in the hour in which clocks are set
 * back: whoever left out what seems to lie behind a window would lose what lies in it.
 */
export function timeOf(row: unknown, key: string, reader: Zoned): Instant | null {
  const time = latestTimeOf(row, key, reader);
  const shown = isLoose(row) ? row[key] : null;
  if (time === null || typeof shown !== 'string' || shown.length !== plainLength) return time;
  const hourBefore = new Date(Date.parse(`${shown.replace(' ', 'T')}Z`) - hourMs).toISOString().slice(0, plainLength);
  const before = Date.parse(localInstant(hourBefore, zoneOf(reader)) ?? time);
  return Date.parse(time) - before === 2 * hourMs ? new Date(before + hourMs).toISOString() : time;
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
