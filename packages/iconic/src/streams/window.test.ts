import { everything } from '@cartograph/core';
import { expect, test } from 'vitest';
import { iconicConfigSchema } from '../config.js';
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

const reader = {
  config: iconicConfigSchema.parse({ clientId: 'app', clientSecret: 'secret', timeZone: 'America/Santiago' }),
};

test('a time that cannot be read is none', () => {
  expect(timeOf({ updatedAt: '2026-02-03T10:15:00+11:00' }, 'updatedAt', reader)).toBe('2026-02-02T23:15:00Z');
  for (const row of [null, 'text', {}, { updatedAt: 'soon' }, { updatedAt: {} }])
    expect(timeOf(row, 'updatedAt', reader)).toBeNull();
});

test('a time without a zone is local to the zone in the settings; with no settings, to Sydney', () => {
  const row = { updatedAt: '2026-02-03 10:15:00' };
  expect(timeOf(row, 'updatedAt', reader)).toBe('2026-02-03T13:15:00Z');
  expect(timeOf(row, 'updatedAt', null)).toBe('2026-02-02T23:15:00Z');
});

test.each([
  ['2026-04-05 02:30:00', '2026-04-04T15:30:00'],
  ['2026-04-05 03:30:00', '2026-04-04T17:30:00'],
  ['2026-10-04 03:30:00', '2026-10-03T16:30:00'],
])('of the two times that %s may be where clocks are set back, the first counts', (updatedAt, time) => {
  expect(timeOf({ updatedAt }, 'updatedAt', null)?.slice(0, time.length)).toBe(time);
});
