import { expect, test } from 'vitest';
import { substitutes } from './substitutes.js';

test('a text keeps its form: a date stays a date, a code stays a code', () => {
  expect(substitutes('2026-02-03T10:15:00Z')).toContain('2026-02-03T10:15:01Z');
  expect(substitutes('AUD')).toContain('AUE');
  expect(substitutes('12.50')).toEqual(expect.arrayContaining(['12.51', '22.50']));
});

test('a small whole number is tried as every other code', () => {
  expect(substitutes(5)).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1_000_001]);
  expect(substitutes('2')).toEqual(expect.arrayContaining(['0', '15', '']));
});

test('the word of a state is tried as other states', () => {
  expect(substitutes('delivered')).toEqual(expect.arrayContaining(['canceled', 'refunded']));
  expect(substitutes('Delivered to the door')).not.toContain('canceled');
});

test('no value is a substitute of itself', () => {
  for (const value of ['', '0', 'paid', 0, 7, 19.95, true, null, undefined, 'someone@example.com']) {
    expect(substitutes(value)).not.toContain(value);
    expect(substitutes(value).length).toBeGreaterThan(1);
  }
});
