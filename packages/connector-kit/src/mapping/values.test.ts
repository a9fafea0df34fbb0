import { expect, test } from 'vitest';
import {
  amount,
  amountOrZero,
  countryCode,
  currency,
  flag,
  id,
  optionalAmount,
  optionalId,
  text,
  unmasked,
  words,
} from './values.js';

test.each([
  ['10.0000', '10'],
  ['8', '8'],
  ['-0.50', '-0.5'],
  [29.949999999999999, '29.95'],
  [0.1 + 0.2, '0.3'],
  [-0, '0'],
  ['118.5555', '118.5555'],
])('the amount %j is exactly %s', (given, exact) => {
  expect(amount(given)).toBe(exact);
});

test.each(['N/A', '1,000.00', '', null, Number.NaN, {}, true])('%j is not an amount', value => {
  expect(() => amount(value)).toThrow(TypeError);
});

test('what platforms send for "nothing" is an absent amount', () => {
  expect([null, undefined, '', ' ', {}, []].map(value => optionalAmount(value))).toEqual(Array(6).fill(null));
  expect(amountOrZero({})).toBe('0');
});

test('an id is text whatever its type; zero and blank mean none where none is allowed', () => {
  expect(id(42)).toBe('42');
  expect(id('0')).toBe('0');
  expect([0, '0', '', null, 7].map(optionalId)).toEqual([null, null, null, null, '7']);
  expect(() => id('')).toThrow(TypeError);
});

test('text is trimmed and blank is null', () => {
  expect(text('  x ')).toBe('x');
  expect(text('   ')).toBeNull();
  expect(() => text({ a: 1 })).toThrow('is not a text');
});

test('masked text is null', () => {
  expect(['#####', '***', 'a#####@x.example', 'Ann ###', '-'].map(unmasked)).toEqual(Array(5).fill(null));
  expect(['a@x.example', 'Ann', '#1', 'Þóra', '王'].map(unmasked)).toEqual(['a@x.example', 'Ann', '#1', 'Þóra', '王']);
});

test('a flag understands the spellings in use and no others', () => {
  expect([true, 1, '1', 'true', false, 0, '0', null].map(flag)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    null,
  ]);
  expect(() => flag('yes')).toThrow(TypeError);
});

test('codes are upper case', () => {
  expect(currency('aud')).toBe('AUD');
  expect(() => currency('A$')).toThrow(TypeError);
  expect([countryCode('au'), countryCode('Australia'), countryCode('')]).toEqual(['AU', null, null]);
});

test('words are joined, absent ones left out', () => {
  expect(words('Zoë', '', null, 'Müller')).toBe('Zoë Müller');
  expect(words('', null)).toBeNull();
});
