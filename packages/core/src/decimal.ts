import { Big } from 'big.js';
import {
  fromScaled,
  fromUnits,
  isExact,
  productOf,
  productPlaces,
  quotientOf,
  toUnits,
  unitsOfNumber,
} from './units.js';

/**
 * An exact decimal as text in its shortest plain form: `-12.5`, `0`, `118.5555`. Never an exponent, a leading `+`, a
 * trailing zero or `-0`, so equal amounts are equal text.
 */
export type Decimal = string;

export const decimalPattern = /^(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** Whether `decimalPattern` fits, told in a third of the time. */
export function isDecimal(text: string): boolean {
  const { length } = text;
  const first = length > 0 && text.charCodeAt(0) === minus ? 1 : 0;
  let at = first;
  while (at < length && isDigit(text.charCodeAt(at))) at += 1;
  if (at === first || (at > first + 1 && text.charCodeAt(first) === zero)) return false;
  if (at === length) return first === 0 || text.charCodeAt(first) !== zero;
  if (text.charCodeAt(at) !== point || text.charCodeAt(length - 1) === zero) return false;
  let end = at + 1;
  while (end < length && isDigit(text.charCodeAt(end))) end += 1;
  return end === length && end > at + 1;
}

const minus = 45;
const isDigit = (code: number): boolean => code >= zero && code <= 57;

const plain = (value: Big): Decimal => (value.eq(0) ? '0' : value.toFixed());

/** A decimal with no exponent and no leading zeros: all that it lacks of the shortest form is to lose zeros at its end. */
const zero = 48;
const point = 46;
const paddedPattern = /^-?(?:0|[1-9]\d*)\.\d+$/;

function withoutZeros(padded: string): Decimal {
  let end = padded.length;
  while (padded.charCodeAt(end - 1) === zero) end -= 1;
  const trimmed = padded.slice(0, padded.charCodeAt(end - 1) === point ? end - 1 : end);
  return trimmed === '-0' ? '0' : trimmed;
}

/** The shortest text of a decimal in any spelling (`"10.0000"`, `"1e3"`). Throws a TypeError on anything else. */
export function toDecimal(text: string): Decimal {
  if (isDecimal(text)) return text;
  if (paddedPattern.test(text)) return withoutZeros(text);
  try {
    return plain(new Big(text));
  } catch {
    throw new TypeError(`${JSON.stringify(text)} is not a decimal`);
  }
}

export function add(left: Decimal, right: Decimal): Decimal {
  if (right === '0') return left;
  if (left === '0') return right;
  const units = toUnits(left) + toUnits(right);
  return isExact(units) ? fromUnits(units) : plain(new Big(left).plus(right));
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  if (right === '0') return left;
  if (left === right) return '0';
  const units = toUnits(left) - toUnits(right);
  return isExact(units) ? fromUnits(units) : plain(new Big(left).minus(right));
}

export function sum(values: Iterable<Decimal>): Decimal {
  let units = 0;
  let beyond = '0';
  for (const value of values) {
    const next = units + toUnits(value);
    if (isExact(next)) units = next;
    else beyond = add(beyond, value);
  }
  return add(fromUnits(units), beyond);
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  if (right === '1') return left;
  const product = productOf(toUnits(left), toUnits(right));
  return Number.isNaN(product) ? plain(new Big(left).times(right)) : fromScaled(product, productPlaces);
}

export const negate = (value: Decimal): Decimal =>
  value === '0' ? value : value.startsWith('-') ? value.slice(1) : `-${value}`;
export const absolute = (value: Decimal): Decimal => (value.startsWith('-') ? value.slice(1) : value);

/** Below, equal or above: negative, 0 or positive. */
export function compare(left: Decimal, right: Decimal): number {
  if (left === right) return 0;
  const units = toUnits(left) - toUnits(right);
  return Number.isNaN(units) ? new Big(left).cmp(right) : units;
}

export const isZero = (value: Decimal): boolean => value === '0';
export const isNegative = (value: Decimal): boolean => value.startsWith('-');

/** Rounds to `places` decimals, halves away from zero. */
export function round(value: Decimal, places: number): Decimal {
  const decimals = value.includes('.') ? value.length - 1 - value.indexOf('.') : 0;
  return decimals <= places ? value : plain(new Big(value).round(places, Big.roundHalfUp));
}

/** Constructors of big.js carry the precision of their divisions, and are dear to make. */
const divisors = new Map<number, typeof Big>();

function divisorFor(places: number): typeof Big {
  let divisor = divisors.get(places);
  if (divisor === undefined) {
    divisor = Big();
    divisor.DP = places;
    divisor.RM = Big.roundHalfUp;
    divisors.set(places, divisor);
  }
  return divisor;
}

/** Divides and rounds to `places` decimals, halves away from zero. Throws on a zero divisor. */
export function divide(left: Decimal, right: Decimal, places: number): Decimal {
  const quotient = quotientOf(toUnits(left), toUnits(right), places);
  return Number.isNaN(quotient) ? plain(new (divisorFor(places))(left).div(right)) : fromScaled(quotient, places);
}

/**
 * Reads a JSON number without its float noise: 29.949999999999999 is `29.95`. Amounts are read at 4 places, as no platform
 * has finer ones; rates may ask for more.
 */
export function fromNumber(value: number, places = 4): Decimal {
  if (!Number.isFinite(value)) throw new TypeError(`${value} is not a decimal`);
  if (Number.isSafeInteger(value)) return String(value);
  const units = unitsOfNumber(value);
  if (!Number.isNaN(units) && places >= 4) return fromUnits(units);
  const shortest = String(value);
  const decimals = shortest.length - 1 - shortest.indexOf('.');
  if (decimalPattern.test(shortest) && (!shortest.includes('.') || decimals <= places)) return shortest;
  return round(new Big(value).toFixed(), places);
}
