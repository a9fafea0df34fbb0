import { findConnector } from '@cartograph/connectors';
import { describe, expect, test } from 'vitest';
import { benchRate, keepAsking, others, quotas } from './rate.js';
import { createRateWorld } from './rate-world.js';

describe.each(quotas)('$platform, $requests requests in $windowMs ms', quota => {
  describe.each([1, 8])('with %i in flight', inFlight => {
    test.each(others)('while %s uses the same quota, all of it is used and nothing refused', async beside => {
      const result = await benchRate(quota, 'incremental', inFlight, beside);
      expect(result).toMatchObject({ refused: 0 });
      expect(result.share).toBeGreaterThanOrEqual(0.98);
    });

    test('a backfill alone uses all of it as well', async () => {
      const result = await benchRate(quota, 'backfill', inFlight, 'nobody');
      expect(result).toMatchObject({ refused: 0 });
      expect(result.share).toBeGreaterThanOrEqual(0.98);
    });
  });

  const disturbed = (instead: (sent: number, elapsedMs: number) => boolean, headers: Record<string, string>) =>
    createRateWorld({
      connector: findConnector(quota.platform),
      simulator: quota.simulator,
      settings: quota.settings(quota.requests, 8),
      windowMs: quota.windowMs,
      latencyMs: [60, 140],
      instead: (sent, elapsedMs) => (instead(sent, elapsedMs) ? new Response('', { status: 429, headers }) : null),
    });

  test.each<[string, Record<string, string>, number]>([
    ['says how long to wait', { 'retry-after': '3' }, 3000],
    ['says nothing', {}, 500],
  ])('a refusal from outside that %s is answered once, and everyone waits', async (_, headers, waitMs) => {
    const world = disturbed(sent => sent === 20, headers);
    await keepAsking(world, 'incremental', 8, 20_000);
    expect(world.refusals).toHaveLength(1);
    const [refusedAt = 0] = world.refusals;
    const underWayMs = 140;
    const meanwhile = world.arrivals.filter(at => at > refusedAt + underWayMs && at < refusedAt + waitMs);
    expect(meanwhile).toEqual([]);
  });

  test.each<[string, Record<string, string>]>([
    ['how long to wait', { 'retry-after': '1' }],
    ['nothing', {}],
  ])('a shop that refuses everything for ten seconds, and says %s, is asked again by few', async (_, headers) => {
    const world = disturbed((_sent, elapsedMs) => elapsedMs >= 2000 && elapsedMs < 12_000, headers);
    await keepAsking(world, 'incremental', 8, 60_000);
    // Eight are under way, perhaps twice; then one at a time, once a second.
    expect(world.refusals.length).toBeLessThanOrEqual(8 + 8 + 10);
    expect(world.refusals.filter(at => at >= 12_000)).toEqual([]);
    expect(world.arrivals.some(at => at >= 30_000)).toBe(true);
  });
});
