import type { Instant } from '@cartograph/core';

/**
 * The usual form of ISO 8601, read and written by the codes of its characters: several times faster than patterns and
 * calendars, and the text that comes of it lies in one piece, which whoever reads it next is spared to put together.
 */
const hyphen = 45;
const point = 46;
const zero = 48;
const colon = 58;
const plus = 43;
const space = 32;
const letterT = 84;
const letterZ = 90;

const secondsEnd = 19;
const longestFraction = 9;
const minutesOfDay = 1440;
const mostOffsetHours = 14;
const monthLengths = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that two digits are; -1 where they are none. */
function numberAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Where what follows the seconds and a fraction of zeros starts; 0 where the fraction is none of those. */
function zoneStart(text: string): number {
  if (text.charCodeAt(secondsEnd) !== point) return secondsEnd;
  let at = secondsEnd + 1;
  while (at < text.length && text.charCodeAt(at) === zero) at += 1;
  const digits = at - secondsEnd - 1;
  return digits > 0 && digits <= longestFraction && at < text.length ? at : 0;
}

const notUsual = -10_000;

/** Minutes east of UTC by `Z`, `+10:00` or `+1000` at the end of a text. */
function offsetAt(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  const rest = text.length - at;
  if (sign === letterZ) return rest === 1 ? 0 : notUsual;
  if (!(rest === 5 || (rest === 6 && text.charCodeAt(at + 3) === colon))) return notUsual;
  const hours = numberAt(text, at + 1);
  const minutes = numberAt(text, at + rest - 2);
  if (hours < 0 || hours > mostOffsetHours || minutes < 0 || minutes > 59) return notUsual;
  if (sign === plus) return hours * 60 + minutes;
  return sign === hyphen ? -(hours * 60 + minutes) : notUsual;
}

const lengthOf = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (monthLengths[month] ?? 0);

/**
 * The instant of `YYYY-MM-DDThh:mm:ss` with `.` and zeros or without and with an offset, from the year 1000 to 2999; null for
 * any other text.
 */
export function usualInstant(text: string): Instant | null {
  if (text.length <= secondsEnd || text.charCodeAt(10) !== letterT) return null;
  const zone = zoneStart(text);
  return zone === 0 ? null : shifted(text, offsetAt(text, zone));
}

/** The instant of `YYYY-MM-DD hh:mm:ss` in UTC, or with a `T`, of the same years; null for any other text. */
export function usualLocalInstant(text: string): Instant | null {
  if (text.length !== secondsEnd) return null;
  const between = text.charCodeAt(10);
  return between === space || between === letterT ? shifted(text, 0) : null;
}

/** The instant of a text that begins with `YYYY-MM-DD?hh:mm:ss`, so many minutes east of UTC; null where it does not. */
function shifted(text: string, offset: number): Instant | null {
  const century = numberAt(text, 0);
  let year = century * 100 + numberAt(text, 2);
  let month = numberAt(text, 5);
  let day = numberAt(text, 8);
  const hour = numberAt(text, 11);
  let minute = numberAt(text, 14);
  const second = numberAt(text, 17);
  const isUsual =
    text.charCodeAt(4) === hyphen &&
    text.charCodeAt(7) === hyphen &&
    text.charCodeAt(13) === colon &&
    text.charCodeAt(16) === colon &&
    offset !== notUsual &&
    century >= 10 &&
    century < 30 &&
    year >= century * 100 &&
    day > 0 &&
    day <= lengthOf(year, month) &&
    hour >= 0 &&
    hour < 24 &&
    minute >= 0 &&
    minute < 60 &&
    second >= 0 &&
    second < 60;
  if (!isUsual) return null;
  minute += hour * 60 - offset;
  if (minute < 0) {
    minute += minutesOfDay;
    day -= 1;
    if (day === 0) {
      month -= 1;
      if (month === 0) {
        month = 12;
        year -= 1;
      }
      day = lengthOf(year, month);
    }
  } else if (minute >= minutesOfDay) {
    minute -= minutesOfDay;
    day += 1;
    if (day > lengthOf(year, month)) {
      day = 1;
      month += 1;
      if (month > 12) {
        month = 1;
        year += 1;
      }
    }
  }
  return written(year, month, day, minute, second);
}

/** The character of the tens of a number below 100, and that of its ones. */
const tens = (number: number): number => zero + ((number / 10) | 0);
const ones = (number: number): number => zero + (number % 10);

function written(year: number, month: number, day: number, minuteOfDay: number, second: number): Instant {
  const century = (year / 100) | 0;
  const hour = (minuteOfDay / 60) | 0;
  const minute = minuteOfDay - hour * 60;
  // biome-ignore format: one line a part
  return String.fromCharCode(
    tens(century), ones(century), tens(year - century * 100), ones(year), hyphen,
    tens(month), ones(month), hyphen,
    tens(day), ones(day), letterT,
    tens(hour), ones(hour), colon,
    tens(minute), ones(minute), colon,
    tens(second), ones(second), letterZ,
  );
}
