import { type Decimal, fromNumber, toDecimal } from '@cartograph/core';

/**
 * Strict readings of loose values. Each takes whatever the platform sent, understands the spellings that platforms are
 * known to use, and throws a TypeError that quotes the value when it is none of them. `null`, `undefined`, blank text and
 * the empty object or list that some platforms send for null are all absent.
 */

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? String(value);

const isEmptyObject = (value: object): boolean => Object.keys(value).length === 0;

export const isAbsent = (value: unknown): value is null | undefined =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' ? value.trim() === '' : typeof value === 'object' && isEmptyObject(value));

/** Trimmed text, numbers written out; null when absent. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isAbsent(value)) return null;
  throw new TypeError(`${shown(value)} is not a text`);
}

/** As most text is written: beyond doubt no mask. */
const plainTextPattern = /^[A-Za-z\d][\w .,@+-]*$/;

/** Text that may arrive masked (`#####`, `***`): what has no letter or digit left is null. */
export function unmasked(value: unknown): string | null {
  const found = text(value);
  if (found !== null && plainTextPattern.test(found)) return found;
  return found !== null && /[\p{L}\p{N}]/u.test(found) && !/[#*]{3,}/.test(found) ? found : null;
}

/** An id as text. */
export function id(value: unknown): string {
  const found = text(value);
  if (found === null) throw new TypeError(`${shown(value)} is not an id`);
  return found;
}

/** An id as text; null where it is absent or 0, as platforms write "none". */
export function optionalId(value: unknown): string | null {
  const found = text(value);
  return found === '0' ? null : found;
}

/** An exact amount from decimal text or from a JSON number, whose float noise is dropped at `places` decimals. */
export function amount(value: unknown, places = 4): Decimal {
  if (typeof value === 'number') return fromNumber(value, places);
  if (typeof value === 'string' && value.trim() !== '') return toDecimal(value.trim());
  throw new TypeError(`${shown(value)} is not a decimal amount`);
}

/** The amount, or null when absent. */
export const optionalAmount = (value: unknown, places = 4): Decimal | null =>
  isAbsent(value) ? null : amount(value, places);

/** The amount, or `0` when absent: for parts that a platform leaves out when there are none. */
export const amountOrZero = (value: unknown, places = 4): Decimal => optionalAmount(value, places) ?? '0';

/** `true`, `1`, `"1"` and `"true"` are true; null when absent. */
export function flag(value: unknown): boolean | null {
  if (isAbsent(value)) return null;
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  if (value === false || value === 0 || value === '0' || value === 'false') return false;
  throw new TypeError(`${shown(value)} is not a yes or no`);
}

/** In upper case, as most codes are sent: changing case is dear. Null for what is no code. */
function code(found: string, pattern: RegExp): string | null {
  if (pattern.test(found)) return found;
  const upper = found.toUpperCase();
  return pattern.test(upper) ? upper : null;
}

/** ISO 4217 in upper case; null when absent. */
export function currency(value: unknown): string | null {
  const found = text(value);
  const known = found && code(found, /^[A-Z]{3}$/);
  if (found !== null && known === null) throw new TypeError(`${shown(value)} is not a currency code`);
  return known;
}

/** ISO 3166-1 alpha-2 in upper case; null when absent or when it is no code, as with country names. */
export function countryCode(value: unknown): string | null {
  const found = text(value);
  return found && code(found, /^[A-Z]{2}$/);
}

/** Words joined by a space, absent ones left out; null when none is left. */
export function words(...values: readonly unknown[]): string | null {
  let joined: string | null = null;
  for (const value of values) {
    const word = text(value);
    if (word !== null) joined = joined === null ? word : `${joined} ${word}`;
  }
  return joined;
}
