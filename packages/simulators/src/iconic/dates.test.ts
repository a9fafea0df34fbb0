import { expect, test } from 'vitest';
import { localText, parseDay, parseInstant, plainText, universalText } from './dates.js';

const utc = (text: string) => Date.parse(text);

test.each([
  ['2025-07-01T00:00:00Z', '2025-07-01T10:00:00.000000+10:00'],
  ['2025-10-04T15:59:59Z', '2025-10-05T01:59:59.000000+10:00'],
  ['2025-10-04T16:00:00Z', '2025-10-05T03:00:00.000000+11:00'],
  ['2026-04-04T15:59:59Z', '2026-04-05T02:59:59.000000+11:00'],
  ['2026-04-04T16:00:00Z', '2026-04-05T02:00:00.000000+10:00'],
])('%s is %s in Sydney', (instant, local) => {
  expect(localText(utc(instant))).toBe(local);
});

test('the other formats are UTC with an offset, and local without one', () => {
  expect(universalText(utc('2025-12-31T13:30:00Z'))).toBe('2025-12-31T13:30:00+00:00');
  expect(plainText(utc('2025-12-31T13:30:00Z'))).toBe('2026-01-01 00:30:00');
});

test('a day bounds a range by its first and its last second in Sydney', () => {
  expect(parseDay('2026-01-15', 'start')).toBe(utc('2026-01-14T13:00:00Z'));
  expect(parseDay('2026-01-15', 'end')).toBe(utc('2026-01-15T12:59:59Z'));
  expect(parseDay('2026-01-15T00:00:00Z', 'start')).toBeUndefined();
});

test.each([
  ['2026-01-15T10:00:00+11:00', '2026-01-14T23:00:00Z'],
  ['2026-01-15T10:00:00+1100', '2026-01-14T23:00:00Z'],
  ['2026-01-15T10:00:00.123456Z', '2026-01-15T10:00:00.123Z'],
  ['2026-07-15 10:00:00', '2026-07-15T00:00:00Z'],
])('%s is understood as %s', (text, instant) => {
  expect(parseInstant(text, 'start')).toBe(utc(instant));
});

test.each(['yesterday', '2026-13-40', '2026-01-15T10:00:00 11:00', ''])('"%s" is no date', text => {
  expect(parseInstant(text, 'start')).toBeUndefined();
});
