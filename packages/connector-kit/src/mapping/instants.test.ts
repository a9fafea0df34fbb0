import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoInstant, latest, localInstant, mailInstant } from './instants.js';

test.each([
  ['2021-09-22T23:21:42.123456Z', '2021-09-22T23:21:42.123Z'],
  ['2026-01-31T09:30:00+02:00', '2026-01-31T07:30:00Z'],
  ['2026-01-31T09:30:00+0200', '2026-01-31T07:30:00Z'],
  ['2026-01-31T09:30Z', '2026-01-31T09:30:00Z'],
  ['2026-03-01T00:30:00.000000+11:00', '2026-02-28T13:30:00Z'],
  ['2026-03-02T00:30:00.000000+11:00', '2026-03-01T13:30:00Z'],
  ['2026-03-27T20:15:59-09:30', '2026-03-28T05:45:59Z'],
  ['2026-03-27T20:15:59.000001-0930', '2026-03-28T05:45:59Z'],
])('ISO 8601 %s is %s', (given, instant) => {
  expect(isoInstant(given)).toBe(instant);
});

test('an offset is taken off as the calendar does it, on any day of any year', () => {
  const minutes = Date.UTC(2036, 0) / 60_000;
  const any = fc.tuple(fc.integer({ min: 0, max: minutes }), fc.integer({ min: -1439, max: 1439 }));
  fc.assert(
    fc.property(any, ([minute, offset]) => {
      const local = new Date((minute + offset) * 60_000).toISOString().slice(0, -'Z'.length);
      const [hours, rest] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
      const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
      expect(Date.parse(isoInstant(`${local}${zone}`) ?? '')).toBe(minute * 60_000);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2024-02-29T23:30:00-01:00', '2024-03-01T00:30:00Z'],
  ['2024-01-01T00:30:00.000+01:00', '2023-12-31T23:30:00Z'],
  ['2023-12-31T23:30:00-0100', '2024-01-01T00:30:00Z'],
  ['2100-03-01T00:30:00+01:00', '2100-02-28T23:30:00Z'],
])('%s is on another day, month or year in UTC: %s', (given, instant) => {
  expect(isoInstant(given)).toBe(instant);
});

test('RFC 2822 is read with its offset', () => {
  expect(mailInstant('Tue, 20 Nov 2012 01:00:00 +0100')).toBe('2012-11-20T00:00:00Z');
  expect(mailInstant('Tue, 20 Nov 2012 23:59:01 +0000')).toBe('2012-11-20T23:59:01Z');
  expect(mailInstant('Wed, 31 Oct 2012 00:00:00 +0000')).toBe('2012-10-31T00:00:00Z');
  expect(() => mailInstant('Tue, 20 Foo 2012 00:00:00 +0000')).toThrow(TypeError);
});

test('every day is read in every form, at the ends of months as anywhere', () => {
  for (let time = Date.UTC(2023, 11, 1, 23, 59, 1); time < Date.UTC(2025, 0, 1); time += 86_400_000) {
    const instant = new Date(time).toISOString().replace('.000Z', 'Z');
    expect(isoInstant(instant.replace('Z', '+00:00'))).toBe(instant);
    expect(localInstant(instant.replace('T', ' ').replace('Z', ''))).toBe(instant);
    expect(mailInstant(new Date(time).toUTCString().replace('GMT', '+0000'))).toBe(instant);
  }
});

test('a text without a zone is read in the zone that is documented for it, summer time included', () => {
  expect(localInstant('2026-01-31 09:30:00')).toBe('2026-01-31T09:30:00Z');
  expect(localInstant('2026-01-31 09:30:00', 'Australia/Sydney')).toBe('2026-01-30T22:30:00Z');
  expect(localInstant('2026-07-31 09:30:00', 'Australia/Sydney')).toBe('2026-07-30T23:30:00Z');
  expect(localInstant('2026-07-31', 'Australia/Sydney')).toBe('2026-07-30T14:00:00Z');
});

test.each([
  ['2026-04-05 01:59:59', '2026-04-04T14:59:59Z'],
  ['2026-04-05 03:00:00', '2026-04-04T17:00:00Z'],
  ['2026-10-04 01:59:59', '2026-10-03T15:59:59Z'],
  ['2026-10-04 03:00:00', '2026-10-03T16:00:00Z'],
])('when the clocks of Sydney show %s, on a day on which they are changed, it is %s', (shown, instant) => {
  expect(localInstant(shown, 'Australia/Sydney')).toBe(instant);
});

test('a zone that nobody knows tells no time', () => {
  expect(() => localInstant('2026-01-31 09:30:00', 'Mars/Olympus')).toThrow(TypeError);
});

test.each(['', null, undefined, {}, '0000-00-00 00:00:00', '-0001-11-30T00:00:00.000000+10:04'])(
  '%j is no date',
  never => {
    expect(isoInstant(never)).toBeNull();
    expect(localInstant(never)).toBeNull();
  },
);

test('a text in another form is refused, never guessed', () => {
  expect(() => isoInstant('31/01/2026')).toThrow('"31/01/2026" is not a date in ISO 8601');
  expect(() => mailInstant('2026-01-31T09:30:00Z')).toThrow('RFC 2822');
  expect(() => isoInstant('2026-13-45T09:30:00Z')).toThrow(TypeError);
});

test('the latest of several instants compares times, not texts', () => {
  expect(latest('2026-01-31T09:30:00Z', null, '2026-01-31T09:30:00.500Z')).toBe('2026-01-31T09:30:00.500Z');
  expect(latest('2026-01-31T09:30:00.500Z', '2026-01-31T09:30:01Z')).toBe('2026-01-31T09:30:01Z');
  expect(latest('2026-01-31T09:30:00Z', '2025-12-31T09:30:00Z')).toBe('2026-01-31T09:30:00Z');
  expect(latest(null, null)).toBeNull();
});
