import { expect, test } from 'vitest';
import { instant } from './instant.js';

test.each([
  ['Tue, 20 Nov 2012 00:00:00 +0000', '2012-11-20T00:00:00Z'],
  ['20 Nov 2012 01:00:00 +0100', '2012-11-20T00:00:00Z'],
  ['2021-09-22T23:21:42+00:00', '2021-09-22T23:21:42Z'],
  ['2021-09-22T23:21:42.123456Z', '2021-09-22T23:21:42.123Z'],
  ['2021-09-22T23:21:42+0200', '2021-09-22T21:21:42Z'],
  ['2021-09-22 23:21:42', '2021-09-22T23:21:42Z'],
  ['2021-09-22', '2021-09-22T00:00:00Z'],
  ['1632352902', '2021-09-22T23:21:42Z'],
  [1632352902, '2021-09-22T23:21:42Z'],
  [1632352902.5, '2021-09-22T23:21:42.500Z'],
])('%j is an instant', (value, expected) => {
  expect(instant(value)).toBe(expected);
});

test.each([
  '',
  ' ',
  null,
  undefined,
  {},
  '0',
  0,
  '0000-00-00 00:00:00',
  '0000-00-00T00:00:00+00:00',
  '-0001-11-30T00:00:00+00:00',
])('%j is none', value => {
  expect(instant(value)).toBeNull();
});

test.each(['soon', 'Tue, 99 Nov 2012 00:00:00 +0000', '2021-13-45T00:00:00Z', true, Number.POSITIVE_INFINITY])(
  '%j is no date',
  value => {
    expect(() => instant(value)).toThrow();
  },
);
