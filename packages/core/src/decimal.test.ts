import { Big } from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  absolute,
  add,
  compare,
  decimalPattern,
  divide,
  fromNumber,
  isDecimal,
  isZero,
  multiply,
  negate,
  round,
  subtract,
  sum,
  toDecimal,
} from './decimal.js';

/** A decimal as a whole number of 10⁻⁶, and as text: an independent way to calculate with it. */
const decimals = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(units => ({ units, text: fromUnits(units) }));

function fromUnits(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction && `.${fraction}`}`;
}

test('what is a decimal in its shortest form is told as the pattern tells it', () => {
  const characters = fc.string({ unit: fc.constantFrom('-', '0', '1', '9', '.', 'e', ' '), maxLength: 8 });
  fc.assert(
    fc.property(characters, text => {
      expect(isDecimal(text)).toBe(decimalPattern.test(text));
    }),
    { numRuns: 5000 },
  );
});

test('the short way with up to four decimals and the long way agree', () => {
  const short = fc.integer({ min: -(10 ** 13), max: 10 ** 13 }).map(units => new Big(units).div(10_000).toFixed());
  fc.assert(
    fc.property(
      short,
      fc.oneof(
        short,
        decimals.map(({ text }) => text),
      ),
      (left, right) => {
        expect(add(left, right)).toBe(toDecimal(new Big(left).plus(right).toFixed()));
        expect(subtract(left, right)).toBe(toDecimal(new Big(left).minus(right).toFixed()));
        expect(Math.sign(compare(left, right))).toBe(new Big(left).cmp(right));
      },
    ),
    { numRuns: 2000 },
  );
});

test('products, quotients and JSON numbers take the short way to what the long way gives', () => {
  const short = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map(units => new Big(units).div(10_000).toFixed());
  const divisor = Big();
  divisor.RM = Big.roundHalfUp;
  fc.assert(
    fc.property(short, short, fc.integer({ min: 0, max: 12 }), (left, right, places) => {
      expect(multiply(left, right)).toBe(toDecimal(new Big(left).times(right).toFixed()));
      divisor.DP = places;
      if (!isZero(right)) expect(divide(left, right, places)).toBe(toDecimal(new divisor(left).div(right).toFixed()));
      expect(fromNumber(Number(left), 4)).toBe(left);
    }),
    { numRuns: 5000 },
  );
});

test('an amount beyond what a double holds is added exactly', () => {
  expect(add('99999999999999.9999', '0.0001')).toBe('100000000000000');
  expect(subtract('123456789012345678901234567890', '0.1')).toBe('123456789012345678901234567889.9');
  expect(subtract('9007199254741.1', '9007199254741')).toBe('0.1');
  expect(sum(['900719925474', '0.1', '99999999999999.9999', '-0.12345', '900719925474'])).toBe('101801439850947.97645');
});

test('adding and subtracting is exact', () => {
  fc.assert(
    fc.property(decimals, decimals, (left, right) => {
      expect(add(left.text, right.text)).toBe(fromUnits(left.units + right.units));
      expect(subtract(left.text, right.text)).toBe(fromUnits(left.units - right.units));
      expect(Math.sign(compare(left.text, right.text))).toBe(
        left.units === right.units ? 0 : left.units > right.units ? 1 : -1,
      );
    }),
  );
});

test('the sum of many is the sum of them one by one', () => {
  fc.assert(
    fc.property(fc.array(decimals), many => {
      expect(sum(many.map(({ text }) => text))).toBe(fromUnits(many.reduce((units, one) => units + one.units, 0n)));
    }),
  );
});

test('multiplying is exact', () => {
  fc.assert(
    fc.property(decimals, decimals, (left, right) => {
      expect(new Big(multiply(left.text, right.text)).times(1e12).toFixed()).toBe(
        (left.units * right.units).toString(),
      );
    }),
  );
});

test('every result is in the one shortest form', () => {
  fc.assert(
    fc.property(decimals, decimals, (left, right) => {
      const results = [
        left.text,
        add(left.text, right.text),
        negate(left.text),
        absolute(left.text),
        round(left.text, 2),
      ];
      for (const result of results) expect(result).toMatch(decimalPattern);
    }),
  );
});

test('a net total keeps every decimal that the platform gave', () => {
  expect(subtract('118.5600', '0.0045')).toBe('118.5555');
});

test.each([
  ['10.0000', '10'],
  ['-0', '0'],
  ['0.10', '0.1'],
  ['1e3', '1000'],
  ['00012.50', '12.5'],
  ['-0.00', '0'],
  ['100', '100'],
  ['-100.00', '-100'],
  ['.5', '0.5'],
])('%s is written %s', (given, shortest) => {
  expect(toDecimal(given)).toBe(shortest);
});

test.each(['', 'N/A', '1,000', '0x10', 'Infinity', '1.2.3'])('%j is no decimal', text => {
  expect(() => toDecimal(text)).toThrow(TypeError);
});

test('a JSON number loses its float noise and nothing else', () => {
  expect(fromNumber(29.949999999999999)).toBe('29.95');
  expect(fromNumber(0.1 + 0.2)).toBe('0.3');
  expect(fromNumber(-0)).toBe('0');
  expect(fromNumber(1e21)).toBe('1000000000000000000000');
  expect(fromNumber(0.123456789, 8)).toBe('0.12345679');
  expect(() => fromNumber(Number.NaN)).toThrow(TypeError);
});

test('every amount of four decimals survives a JSON number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), units => {
      expect(fromNumber(units / 10_000)).toBe(fromUnits(BigInt(units) * 100n));
    }),
  );
});

test('halves are rounded away from zero, on both sides of it', () => {
  expect(round('2.345', 2)).toBe('2.35');
  expect(round('-2.345', 2)).toBe('-2.35');
  expect(divide('100', '11', 4)).toBe('9.0909');
  expect(divide('-1', '8', 2)).toBe('-0.13');
  expect(divide('1', '3', 2)).toBe('0.33');
  expect(() => divide('1', '0', 2)).toThrow();
});

test('a sum of nothing is zero', () => {
  expect(sum([])).toBe('0');
  expect(isZero(sum(['0.1', '0.2', '-0.3']))).toBe(true);
});
