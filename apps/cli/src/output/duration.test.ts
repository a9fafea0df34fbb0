import { expect, test } from 'vitest';
import { duration } from './duration.js';

test('durations are told in the units that matter', () => {
  const second = 1000;
  const minute = 60 * second;
  const hour = 60 * minute;
  expect(
    [0, 40 * second, 90 * second, 12 * minute + 5 * second, hour, 27 * hour, 400 * hour].map(ms => duration(ms)),
  ).toEqual(['0 s', '40 s', '1 min 30 s', '12 min', '1 h', '1 d 3 h', '16 d']);
});
