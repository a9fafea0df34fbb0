import type { Lane, RateBudget } from '@cartograph/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVirtualClock } from '../http/virtual-clock.js';
import { createRateBudget } from './budget.js';
import { createQuotaShop } from './quota-shop.js';
import { WaitTooLong } from './waiting-line.js';

/** One request of a random load. */
interface Asked {
  readonly atMs: number;
  readonly lane: Lane;
  readonly latencyMs: number;
  /** Gives up after so long. */
  readonly abortMs: number | null;
  readonly patienceMs: number | null;
  /** Its answer gets lost. */
  readonly lost: boolean;
}

const lane = fc.constantFrom<Lane>('interactive', 'incremental', 'backfill');
const sometimes = (longestMs: number) => fc.option(fc.nat(longestMs), { freq: 6 });
const asked = (lost: fc.Arbitrary<boolean>): fc.Arbitrary<Asked> =>
  fc.record({
    atMs: fc.integer({ min: 1, max: 20_000 }),
    lane,
    latencyMs: fc.nat(400),
    abortMs: sometimes(3000),
    patienceMs: sometimes(10_000),
    lost,
  });
const load = (lost = fc.boolean()) => fc.array(asked(lost), { maxLength: 120 });

/** Tells what there is to know before the others go. */
const first: Asked = { atMs: 0, lane: 'interactive', latencyMs: 0, abortMs: null, patienceMs: null, lost: false };

type Shop = ReturnType<typeof createQuotaShop>;

/** Every request to its end: sent, given up, or told that it would wait too long. */
async function play(
  clock: ReturnType<typeof createVirtualClock>,
  budget: RateBudget,
  shop: Shop,
  all: readonly Asked[],
) {
  const ends = { sent: 0, left: 0, tooLong: 0 };
  const request = async ({ atMs, lane, latencyMs, abortMs, patienceMs, lost }: Asked) => {
    await clock.host.sleep(atMs);
    const stop = new AbortController();
    if (abortMs !== null) clock.host.sleep(abortMs).then(() => stop.abort(new Error('enough')));
    try {
      await budget.acquire({ lane, signal: stop.signal, patienceMs: patienceMs ?? Number.POSITIVE_INFINITY });
    } catch (error) {
      if (error instanceof WaitTooLong) ends.tooLong += 1;
      else if (error instanceof Error && error.message === 'enough') ends.left += 1;
      else throw error;
      return;
    }
    ends.sent += 1;
    const answer = await shop.answer(latencyMs);
    budget.observe(lost ? null : answer);
  };
  await clock.run(Promise.all(all.map(request)));
  return ends;
}

const settled = ({ sent, left, tooLong }: { sent: number; left: number; tooLong: number }) => sent + left + tooLong;

test('a limit of our own is kept in every span, and everyone comes to an end', async () => {
  const quota = fc.record({ limit: fc.integer({ min: 1, max: 20 }), windowMs: fc.constantFrom(700, 1500, 30_000) });
  await fc.assert(
    fc.asyncProperty(load(), quota, async (all, { limit, windowMs }) => {
      const clock = createVirtualClock('2026-01-01T00:00:00Z', 1);
      const shop = createQuotaShop(clock, { limit, windowMs, counts: 'spans', silent: true });
      const budget = createRateBudget({ host: clock.host, limits: [{ requests: limit, windowMs }] });
      const ends = await play(clock, budget, shop, all);
      expect(shop.refused()).toBe(0);
      expect(settled(ends)).toBe(all.length);
    }),
    { numRuns: 150 },
  );
});

test('a limit that the platform counts by its own seconds is kept in each of them', async () => {
  await fc.assert(
    fc.asyncProperty(load(), fc.integer({ min: 1, max: 20 }), async (all, limit) => {
      const clock = createVirtualClock('2026-01-01T00:00:00.371Z', 1);
      const shop = createQuotaShop(clock, { limit, windowMs: 1000, silent: true });
      const budget = createRateBudget({ host: clock.host, limits: [{ requests: limit, windowMs: 1000 }] });
      const ends = await play(clock, budget, shop, all);
      expect(shop.refused()).toBe(0);
      expect(settled(ends)).toBe(all.length);
    }),
    { numRuns: 150 },
  );
});

test('an announced quota is never overdrawn, but for requests whose answers were lost and of which nothing can be known', async () => {
  const quota = fc.record({ limit: fc.integer({ min: 1, max: 60 }), windowMs: fc.constantFrom(5000, 30_000) });
  await fc.assert(
    fc.asyncProperty(fc.oneof(load(), load(fc.constant(false))), quota, async (all, { limit, windowMs }) => {
      const clock = createVirtualClock('2026-01-01T00:00:00.371Z', 1);
      const shop = createQuotaShop(clock, { limit, windowMs });
      const budget = createRateBudget({ host: clock.host, announced: true });
      const ends = await play(clock, budget, shop, [first, ...all]);
      expect(shop.refused()).toBeLessThanOrEqual(all.filter(({ lost }) => lost).length);
      expect(settled(ends)).toBe(1 + all.length);
    }),
    { numRuns: 150 },
  );
});

test('whatever others take of the quota, everyone comes to an end, and nobody is refused but for what others took meanwhile', async () => {
  const bursts = fc.array(fc.record({ atMs: fc.nat(40_000), size: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(load(fc.constant(false)), bursts, async (all, others) => {
      const clock = createVirtualClock('2026-01-01T00:00:00Z', 1);
      const shop = createQuotaShop(clock, { limit: 40, windowMs: 10_000 });
      const budget = createRateBudget({ host: clock.host, announced: true });
      let burst = 0;
      for (const { atMs, size } of others) {
        clock.host.sleep(atMs).then(() => {
          for (let one = 0; one < size; one += 1) if (shop.takeForOther()) burst += 1;
        });
      }
      const ends = await play(clock, budget, shop, all);
      expect(shop.refused()).toBeLessThanOrEqual(burst);
      expect(settled(ends)).toBe(all.length);
    }),
    { numRuns: 100 },
  );
});

test('while all lanes wait, each gets its floor of the requests', async () => {
  const floors = { interactive: 0.1, incremental: 0.3, backfill: 0.2 };
  const lanes: Lane[] = ['interactive', 'incremental', 'backfill'];
  const latencies = fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 5, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(latencies, fc.integer({ min: 1, max: 60 }), async (latencies, limit) => {
      const clock = createVirtualClock('2026-01-01T00:00:00Z', 1);
      const shop = createQuotaShop(clock, { limit, windowMs: 10_000 });
      const budget = createRateBudget({ host: clock.host, announced: true, floors });
      const given: Lane[] = [];
      const request = async (lane: Lane) => {
        await budget.acquire({ lane });
        given.push(lane);
        budget.observe(await shop.answer(latencies[given.length % 5] ?? 100));
      };
      await clock.run(Promise.all(lanes.flatMap(lane => Array.from({ length: 100 }, () => request(lane)))));
      expect(shop.refused()).toBe(0);
      const allWait = given.slice(0, Math.min(...lanes.map(lane => given.lastIndexOf(lane))));
      for (const lane of lanes)
        expect(allWait.filter(other => other === lane).length).toBeGreaterThanOrEqual(
          allWait.length * floors[lane] - 3,
        );
    }),
    { numRuns: 40 },
  );
});
