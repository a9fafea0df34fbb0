import { describe, expect, test } from 'vitest';
import { day, file, instant, money, sentId, sentInstant } from './scalars.js';

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('an amount', () => {
  test.each([
    ['79.95', 79.95],
    ['-12.50', -12.5],
    ['0', 0],
    [3.5, 3.5],
    ['1234567890123.45', 1234567890123.45],
  ])('%j goes out as the number it is', (given, sent) => {
    expect(money.parse(given)).toBe(sent);
  });

  test.each(['', '1e3', '12,50', '.5', '1.', 'ten', '12345678901234567', Number.NaN])('%j is none', given => {
    expect(takes(money, given)).toBe(false);
  });
});

test('a time may be a Date, a day, or a text with or without its zone', () => {
  for (const given of [new Date(), '2026-01-31', '2026-01-31T09:00:00+11:00', '2026-01-31 09:00:00'])
    expect(takes(instant, given)).toBe(true);
  for (const given of ['31.1.2026', '2026-1-31', 'now', 1]) expect(takes(instant, given)).toBe(false);
  expect(sentInstant.parse(new Date('2026-01-31T09:00:00.250Z'))).toBe('2026-01-31T09:00:00Z');
  expect(takes(day, '2026-01-31T09:00:00Z')).toBe(false);
});

test('an id in a body is a number', () => {
  expect([sentId.parse('71'), sentId.parse(71)]).toEqual([71, 71]);
  for (const given of ['A-1', -1, 1.5, '']) expect(takes(sentId, given)).toBe(false);
});

test('a file has a name, and bytes or text', () => {
  for (const data of ['a', new Uint8Array(1), new Blob(['a'])]) expect(takes(file, { name: 'a.csv', data })).toBe(true);
  expect(takes(file, { name: '', data: 'a' })).toBe(false);
  expect(takes(file, { name: 'a.csv', data: 5 })).toBe(false);
});
