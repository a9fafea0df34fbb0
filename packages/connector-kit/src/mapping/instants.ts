import type { Instant } from '@cartograph/core';
import { TZDate } from '@date-fns/tz/date';
import { tzOffset } from '@date-fns/tz/tzOffset';
import { usualInstant, usualLocalInstant } from './usual-instant.js';
import { isAbsent, text } from './values.js';

/**
 * Dates by strict pattern and `Date.parse`, which is some forty times faster than a general date parser. Absent values and
 * zero dates (`0000-00-00 …`, `-0001-11-30T…`: what databases print for "never") are null; anything else that does not fit
 * throws a TypeError.
 */
const zeroDate = /^\s*(?:-\d|0000)/;
const isoPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const mailPattern = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC)$/;
const plainPattern = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const basicOffset = /([+-]\d{2})(\d{2})$/;

function readInstant(value: unknown, pattern: RegExp, form: string, parse: (found: string) => number): Instant | null {
  if (isAbsent(value)) return null;
  const found = text(value) ?? '';
  if (zeroDate.test(found)) return null;
  const time = pattern.test(found) ? parse(found) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError(`${JSON.stringify(found)} is not a date in ${form}`);
  return toInstant(time);
}

/** Milliseconds since 1970 as an instant, without a fraction where there is none. */
function toInstant(time: number): Instant {
  const text = new Date(time).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** ISO 8601 with an offset or `Z`: `2021-09-22T23:21:42.123456Z`, `2026-01-31T09:30:00+0200`. Read to the millisecond. */
export const isoInstant = (value: unknown): Instant | null =>
  (typeof value === 'string' ? usualInstant(value) : null) ??
  readInstant(value, isoPattern, 'ISO 8601', found => Date.parse(found.replace(basicOffset, '$1:$2')));

/** RFC 2822 with an offset of zero, as most is written, has the parts of the instant at fixed places. */
const dayAndMonth =
  '(?:(?:0[1-9]|1\\d|2[0-8]) [A-Z][a-z]{2}|(?:29|30) (?!Feb)[A-Z][a-z]{2}|31 (?:Jan|Mar|May|Jul|Aug|Oct|Dec))';
const timeOfDay = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
const utcMailPattern = new RegExp(`^[A-Z][a-z]{2}, ${dayAndMonth} \\d{4} ${timeOfDay} \\+0000$`);
const months: Readonly<Record<string, string>> = {
  Jan: '01',
  Feb: '02',
  Mar: '03',
  Apr: '04',
  May: '05',
  Jun: '06',
  Jul: '07',
  Aug: '08',
  Sep: '09',
  Oct: '10',
  Nov: '11',
  Dec: '12',
};

/** RFC 2822: `Tue, 20 Nov 2012 00:00:00 +0000`. */
export function mailInstant(value: unknown): Instant | null {
  if (typeof value !== 'string' || !utcMailPattern.test(value)) return anyMailInstant(value);
  const month = months[value.slice(8, 11)];
  return month === undefined
    ? anyMailInstant(value)
    : `${value.slice(12, 16)}-${month}-${value.slice(5, 7)}T${value.slice(17, 25)}Z`;
}

const anyMailInstant = (value: unknown): Instant | null =>
  readInstant(value, mailPattern, 'RFC 2822', found => Date.parse(found));

/** `YYYY-MM-DD hh:mm:ss` with no zone, read as the local time of `zone` (IANA; UTC unless told). A bare day is its first instant. */
export const localInstant = (value: unknown, zone = 'UTC'): Instant | null =>
  (zone === 'UTC' && typeof value === 'string' ? usualLocalInstant(value) : null) ??
  readInstant(value, plainPattern, 'YYYY-MM-DD hh:mm:ss', found => {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (plainPattern.exec(found) ?? [])
      .slice(1)
      .map(part => Number(part ?? 0));
    return timeIn(zone, Date.UTC(year, month - 1, day, hour, minute, second));
  });

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** When the clocks of a zone show what UTC's show at `shown`: plain by their offset, unless they were changed within a day of it. */
function timeIn(zone: string, shown: number): number {
  if (zone === 'UTC') return shown;
  const before = tzOffset(zone, new Date(shown - dayMs));
  if (before === tzOffset(zone, new Date(shown + dayMs))) return shown - Math.round(before * minuteMs);
  const on = new Date(shown);
  const clock = [on.getUTCHours(), on.getUTCMinutes(), on.getUTCSeconds()] as const;
  return new TZDate(on.getUTCFullYear(), on.getUTCMonth(), on.getUTCDate(), ...clock, zone).getTime();
}

/** Instants written with the same precision are in the order of their texts. */
const isLater = (left: Instant, right: Instant): boolean =>
  left.length === right.length ? left > right : Date.parse(left) > Date.parse(right);

/** The latest of some instants; null when all are absent. */
export function latest(...instants: readonly (Instant | null)[]): Instant | null {
  let last: Instant | null = null;
  for (const instant of instants) if (instant !== null && (last === null || isLater(instant, last))) last = instant;
  return last;
}
