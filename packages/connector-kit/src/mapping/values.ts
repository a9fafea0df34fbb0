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

/** Whether a code is that of a character to be seen in ASCII: then there is nothing to trim. */
const isShown = (code: number): boolean => code > 32 && code < 127;

/** Trimmed text, numbers written out; null when absent. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') {
    if (value === '') return null;
    const isTrimmed = isShown(value.charCodeAt(0)) && isShown(value.charCodeAt(value.length - 1));
    return isTrimmed ? value : value.trim() || null;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isAbsent(value)) return null;
  throw new TypeError(`${shown(value)} is not a text`);
}

/** A text that begins with a letter or digit and has nothing of a mask in it, as most do. */
function isPlain(found: string): boolean {
  const first = found.charCodeAt(0);
  const isLetter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  return (isLetter || (first >= 48 && first <= 57)) && !found.includes('#') && !found.includes('*');
}

/** Text that may arrive masked (`#####`, `***`): what has no letter or digit left is null. */
export function unmasked(value: unknown): string | null {
  const found = text(value);
  if (found !== null && isPlain(found)) return found;
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
  typeof value === 'number' ? fromNumber(value, places) : isAbsent(value) ? null : amount(value, places);

/** The amount, or `0` when absent: for parts that a platform leaves out when there are none. */
export const amountOrZero = (value: unknown, places = 4): Decimal => optionalAmount(value, places) ?? '0';

/** `true`, `1`, `"1"` and `"true"` are true; null when absent. */
export function flag(value: unknown): boolean | null {
  if (isAbsent(value)) return null;
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  if (value === false || value === 0 || value === '0' || value === 'false') return false;
  throw new TypeError(`${shown(value)} is not a yes or no`);
}

/** So many letters of A to Z in upper case, as most codes are sent: changing case is dear. Null for what is no code. */
function code(found: string, length: number): string | null {
  if (found.length !== length) return null;
  if (isUpperCase(found)) return found;
  const upper = found.toUpperCase();
  return upper.length === length && isUpperCase(upper) ? upper : null;
}

function isUpperCase(found: string): boolean {
  for (let at = 0; at < found.length; at += 1) {
    const letter = found.charCodeAt(at);
    if (letter < 65 || letter > 90) return false;
  }
  return true;
}

/** ISO 4217 in upper case; null when absent. */
export function currency(value: unknown): string | null {
  const found = text(value);
  const known = found && code(found, 3);
  if (found !== null && known === null) throw new TypeError(`${shown(value)} is not a currency code`);
  return known;
}

/** ISO 3166-1 alpha-2 in upper case; null when absent or when it is no code, as with country names. */
export function countryCode(value: unknown): string | null {
  const found = text(value);
  return found && code(found, 2);
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
