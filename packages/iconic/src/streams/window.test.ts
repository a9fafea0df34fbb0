import { everything } from '@cartograph/core';
import { expect, test } from 'vitest';
import { dayOf, endsWithin, timeOf } from './window.js';

test('a day begins with the zone that is behind', () => {
  expect(dayOf('2026-02-03T18:00:00Z', 'Australia/Sydney')).toBe('2026-02-03');
  expect(dayOf('2026-02-03T01:00:00Z', 'America/Santiago')).toBe('2026-02-02');
});

test('the end of a window is inclusive, and a row without a time belongs to it', () => {
  const query = { ...everything, until: '2026-02-03T10:00:00Z' };
  expect(endsWithin('2026-02-03T10:00:00Z', query)).toBe(true);
  expect(endsWithin('2026-02-03T10:00:01Z', query)).toBe(false);
  expect(endsWithin(null, query)).toBe(true);
  expect(endsWithin('2026-02-03T10:00:01Z', everything)).toBe(true);
});

test('a time that cannot be read is none', () => {
  expect(timeOf({ updatedAt: '2026-02-03T10:15:00+11:00' }, 'updatedAt')).toBe('2026-02-02T23:15:00Z');
  for (const row of [null, 'text', {}, { updatedAt: 'soon' }, { updatedAt: {} }])
    expect(timeOf(row, 'updatedAt')).toBeNull();
});
