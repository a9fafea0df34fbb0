import { expect, test } from 'vitest';
import { instant } from './instant.js';

const sydney = { timeZone: 'Australia/Sydney' };

test.each([
  ['2021-09-22T23:21:42.123456Z', '2021-09-22T23:21:42.123Z'],
  ['2026-02-03T10:15:00.000000+11:00', '2026-02-02T23:15:00Z'],
  ['2026-07-03T10:15:00+1000', '2026-07-03T00:15:00Z'],
  ['2026-07-03 10:15:00+10:00', '2026-07-03T00:15:00Z'],
])('%s has its zone with it', (text, expected) => {
  expect(instant(text, sydney)).toBe(expected);
});

test('a date without a zone is local to the venture, in summer and in winter', () => {
  expect(instant('2026-02-03 10:15:00', sydney)).toBe('2026-02-02T23:15:00Z');
  expect(instant('2026-07-03 10:15:00', sydney)).toBe('2026-07-03T00:15:00Z');
});

test.each(['-0001-11-30T00:00:00.000000+10:04', '0000-00-00 00:00:00', '', null, undefined])('%s is never', value => {
  expect(instant(value, sydney)).toBeNull();
});

test('what is no date is refused with its text', () => {
  expect(() => instant('soon', sydney)).toThrow('"soon"');
});
