import { usualFloors } from '@cartograph/connector-kit';
import { expect, test } from 'vitest';
import { benchLanes, quota, windowMs } from './lanes.js';

test('a run for what is new hardly takes longer beside a backfill, which uses all that is left', async () => {
  const result = await benchLanes(2000, 8);
  expect(result.ratio).toBeLessThanOrEqual(1.2);
  // Who comes near the end of a window waits for the next one, if its requests are more than its lane is left of what remains:
  // all but the floors of the two other lanes.
  const tailMs = (result.requests * windowMs) / (quota * (1 - usualFloors.interactive - usualFloors.backfill));
  expect(result.slowestBesideMs).toBeLessThanOrEqual(result.slowestAloneMs + tailMs);
  expect(result.share).toBeGreaterThanOrEqual(0.98);
  expect(result.refused).toBe(0);
});
