import { expect, test } from 'vitest';
import { attributeInstant, instant } from './instant.js';

test.each([
  ['2025-05-02 08:00:00', '2025-05-02T08:00:00Z'],
  ['2025-05-02 08:00:00.123456', '2025-05-02T08:00:00Z'],
  ['2025-05-02 08:00', '2025-05-02T08:00:00Z'],
  ['2025-05-02', '2025-05-02T00:00:00Z'],
  ['2025-05-02T08:00:00', '2025-05-02T08:00:00Z'],
  ['2025-05-02T08:00:00Z', '2025-05-02T08:00:00Z'],
  ['2025-05-02T08:00:00.500Z', '2025-05-02T08:00:00.500Z'],
  ['2025-05-02T10:00:00+02:00', '2025-05-02T08:00:00Z'],
  ['2025-05-02T10:00:00+0200', '2025-05-02T08:00:00Z'],
])('%s is %s', (written, read) => {
  expect(instant(written)).toBe(read);
});

test.each(['0000-00-00 00:00:00', '-0001-11-30 00:00:00', '', null, {}, []])('%j is no time', never => {
  expect(instant(never)).toBeNull();
});

test('a day in a local form is refused in a time stamp, and null in an attribute that imports fill', () => {
  expect(() => instant('01/12/2025')).toThrow('is not a date');
  expect(attributeInstant('01/12/2025', 'UTC')).toBeNull();
});
