/**
 * Decimals of up to four places as whole numbers of ten-thousandths: many times faster than arbitrary precision, and as
 * exact, because every one of them stays below 2^53. What does not fit is NaN, and takes the long way.
 */
const perOne = 10_000;
const places = 4;
/** So many digits are a whole number that is exact. */
const mostCharacters = 15;
const powersOfTen = Array.from({ length: 16 }, (_, power) => 10 ** power);

const minus = 45;
const point = 46;
const zero = 48;

/** `toUnits('-12.5')` is -125_000; NaN for more places, for very large and very long ones and for what is no decimal. */
export function toUnits(text: string): number {
  const { length } = text;
  if (length > mostCharacters) return Number.NaN;
  const first = text.charCodeAt(0) === minus ? 1 : 0;
  let size = first < length ? 0 : Number.NaN;
  let missing = places;
  for (let index = first; index < length; index += 1) {
    const code = text.charCodeAt(index);
    const digit = code - zero;
    if (digit >= 0 && digit <= 9) size = size * 10 + digit;
    else if (code === point && missing === places) missing = places - (length - 1 - index);
    else return Number.NaN;
  }
  const units = size * (powersOfTen[missing] ?? Number.NaN);
  return isExact(units) ? (first === 1 ? -units : units) : Number.NaN;
}

/** The shortest text of so many ten-thousandths. */
export const fromUnits = (units: number): string => fromScaled(units, places);

/** What hundredths are behind a whole number, as most amounts have them: `.05`, `.5`, nothing. */
const hundredths = Array.from({ length: 100 }, (_, cents) => {
  if (cents === 0) return '';
  return cents % 10 === 0 ? `.${cents / 10}` : `.${String(cents).padStart(2, '0')}`;
});

/** The shortest text of a whole number of parts of one, of which 10^`decimals` make one; exact up to 2^53. */
export function fromScaled(scaled: number, decimals: number): string {
  const one = powersOfTen[decimals] ?? Number.NaN;
  const size = Math.abs(scaled);
  const whole = Math.trunc(size / one);
  const sign = scaled < 0 ? '-' : '';
  let rest = size - whole * one;
  const cents = hundredths[(rest * 100) / one];
  if (cents !== undefined) return `${sign}${whole}${cents}`;
  let places = decimals;
  for (; rest % 10 === 0; places -= 1) rest /= 10;
  return `${sign}${whole}.${String(rest).padStart(places, '0')}`;
}

/** The product of two units in hundred-millionths; NaN where it is not exact. */
export function productOf(left: number, right: number): number {
  const product = left * right;
  return isExact(product) ? product : Number.NaN;
}
export const productPlaces = 2 * places;

/** Of a quotient so many decimals are worked out at a time, so that remainders stay exact. */
const step = 4;

/** The quotient of two units in parts of which 10^`decimals` make one, halves away from zero; NaN where it is not exact. */
export function quotientOf(left: number, right: number, decimals: number): number {
  const divisor = Math.abs(right);
  if (!(divisor > 0 && isExact(divisor * 10 ** step))) return Number.NaN;
  let rest = Math.abs(left) % divisor;
  let quotient = (Math.abs(left) - rest) / divisor;
  for (let missing = decimals; missing > 0; missing -= step) {
    const power = 10 ** Math.min(missing, step);
    const numerator = rest * power;
    rest = numerator % divisor;
    quotient = quotient * power + (numerator - rest) / divisor;
  }
  if (2 * rest >= divisor) quotient += 1;
  if (!isExact(quotient)) return Number.NaN;
  return left < 0 === right < 0 ? quotient : -quotient;
}

/** The units of a JSON number that is one of up to four places: the nearest to it of all numbers; NaN for any other. */
export function unitsOfNumber(value: number): number {
  const units = Math.round(value * perOne);
  return isExact(units) && units / perOne === value ? units : Number.NaN;
}

/** Whether the result of adding units is exact. */
export const isExact = (units: number): boolean => Math.abs(units) <= Number.MAX_SAFE_INTEGER;
