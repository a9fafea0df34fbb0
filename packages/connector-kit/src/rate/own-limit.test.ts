import { type Lane, lanes } from '@cartograph/core';
import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '../http/virtual-clock.js';
import { createRateBudget } from './budget.js';
import { createQuotaShop, type QuotaShopOptions } from './quota-shop.js';

interface Traffic extends Partial<QuotaShopOptions> {
  readonly inFlight: number;
  /** Shortest and longest time from sending to answer. */
  readonly latencyMs: readonly [number, number];
  readonly startAtMs?: number;
  readonly windows?: number;
  readonly lane?: Lane;
  /** What we keep to, where another client uses the rest. */
  readonly ours?: number;
  /** Called at each of our requests, with what takes one for another client. */
  readonly other?: (sent: number, take: () => boolean) => void;
}

/** Reads as fast as the budget allows from a platform that announces nothing, and tells how much of its quota was used. */
async function traffic({
  inFlight,
  latencyMs,
  startAtMs = 0,
  windows = 30,
  lane = 'interactive',
  other,
  ours,
  ...quota
}: Traffic) {
  const { limit = 30, windowMs = 1000 } = quota;
  const clock = createVirtualClock('2026-01-01T00:00:00Z', 1);
  const shop = createQuotaShop(clock, { silent: true, ...quota, limit, windowMs });
  const budget = createRateBudget({ host: clock.host, limits: [{ requests: ours ?? limit, windowMs }] });
  const [shortest, longest] = latencyMs;
  let sent = 0;
  let refusedLate = 0;
  const worker = async () => {
    while (clock.elapsed() < windows * windowMs) {
      await budget.acquire({ lane });
      sent += 1;
      other?.(sent, shop.takeForOther);
      const answer = await shop.answer(shortest + ((sent * 7919) % (longest - shortest + 1)));
      if (answer.refusal && clock.elapsed() > 5 * windowMs) refusedLate += 1;
      budget.observe(answer);
    }
  };
  const all = async () => {
    await clock.host.sleep(startAtMs);
    await Promise.all(Array.from({ length: inFlight }, worker));
  };
  await clock.run(all());
  const steady = Array.from({ length: windows - 8 }, (_, index) => shop.used(index + 6) / limit);
  const share = steady.reduce((sum, used) => sum + used, 0) / steady.length;
  return { refused: shop.refused(), refusedLate, share };
}

describe.each<[number, [number, number]]>([
  [1, [10, 25]],
  [8, [60, 140]],
  [8, [5, 200]],
])('with %i in flight and answers after %j ms', (inFlight, latencyMs) => {
  test.each([0, 137, 500, 730, 970])('from %i ms on, each second is used up and none overdrawn', async startAtMs => {
    const { refused, share } = await traffic({ inFlight, latencyMs, startAtMs });
    expect(refused).toBe(0);
    expect(share).toBeGreaterThanOrEqual(0.98);
  });

  test('the same holds for two thirds, while another client takes the rest', async () => {
    const other = (sent: number, take: () => boolean) => {
      if (sent % 2 === 0) take();
    };
    const { refused, share } = await traffic({ inFlight, latencyMs, ours: 20, other });
    expect(refused).toBe(0);
    expect(share).toBeGreaterThanOrEqual(0.98);
  });

  test('the same holds while another client takes the rest in bursts', async () => {
    const other = (sent: number, take: () => boolean) => {
      if (sent % 20 === 10) for (let burst = 0; burst < 10; burst += 1) take();
    };
    const { refused, share } = await traffic({ inFlight, latencyMs, ours: 20, other });
    expect(refused).toBe(0);
    expect(share).toBeGreaterThanOrEqual(0.98);
  });

  test.each(lanes)('a window of a minute is used up by lane %s, however the platform counts', async lane => {
    for (const counts of ['windows', 'spans'] as const) {
      const minute = { limit: 300, windowMs: 60_000, windows: 12, counts };
      const { refused, share } = await traffic({ inFlight, latencyMs, lane, ...minute });
      expect(refused).toBe(0);
      expect(share).toBeGreaterThanOrEqual(0.98);
    }
  });

  test('a platform that counts every span of a second refuses at first, and then no more', async () => {
    const { refused, refusedLate, share } = await traffic({ inFlight, latencyMs, counts: 'spans' });
    expect(refused).toBeLessThanOrEqual(inFlight);
    expect(refusedLate).toBe(0);
    expect(share).toBeGreaterThanOrEqual(1 / (1 + latencyMs[1] / 1000));
  });
});
