import type { Decimal } from '../decimal.js';
import type { FieldKind } from './fields.js';

/** Text whose UTF-8 bytes sort as the values of the kind do; nothing for an absent value, which comes first. */
export function sortKey(kind: FieldKind, value: string | null): string {
  if (value === null) return '';
  if (kind === 'instant') return value.replace('Z', '');
  return kind === 'decimal' ? decimalKey(value) : value;
}

const digits = '0123456789';
/** Letters that fall as the digits rise. */
export const fallingDigits = 'jihgfedcba';
/** Numbers before the point have less digits than this. */
export const mostDigits = 999;

/**
 * Exact, whatever the length: the sign, how many digits stand before the point, and the digits. Below zero all of it is
 * turned round, and ends in a mark above every digit, so that -1.5 comes before -1.
 */
export function decimalKey(value: Decimal): string {
  const amount = value.startsWith('-') ? value.slice(1) : value;
  const withPoint = amount.includes('.') ? amount : `${amount}.`;
  const length = withPoint.indexOf('.');
  if (amount === value) return `1${padded(length)}${withPoint}`;
  const falling = withPoint.replace(/\d/g, digit => fallingDigits[digits.indexOf(digit)] ?? '');
  return `0${padded(mostDigits - length)}${falling}~`;
}

const padded = (count: number): string => String(count).padStart(3, '0');
