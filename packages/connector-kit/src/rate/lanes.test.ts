import type { Lane, RateObservation } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createVirtualClock } from '../http/virtual-clock.js';
import { createRateBudget, type RateBudgetOptions } from './budget.js';
import { tellsNothing } from './observation.js';
import { createQuotaShop } from './quota-shop.js';

function world(options: Omit<RateBudgetOptions, 'host'> = {}) {
  const clock = createVirtualClock('2026-01-01T00:00:00Z', 1);
  return { clock, budget: createRateBudget({ host: clock.host, ...options }) };
}

/** Places are given one at a time, so that the order is the line's. */
async function orderOf(asked: readonly Lane[], floors = { interactive: 0, incremental: 0, backfill: 0 }) {
  const { clock, budget } = world({ concurrency: 1, floors });
  const order: string[] = [];
  await budget.acquire();
  const all = asked.map(async (lane, number) => {
    await budget.acquire({ lane });
    order.push(`${lane} ${number}`);
    budget.observe(null);
  });
  budget.observe(null);
  await clock.run(Promise.all(all));
  return order;
}

test('who waits in a higher lane goes first, and within a lane who came first', async () => {
  const asked = ['backfill', 'incremental', 'interactive', 'backfill', 'incremental', 'interactive'] as const;
  expect(await orderOf(asked)).toEqual([
    'interactive 2',
    'interactive 5',
    'incremental 1',
    'incremental 4',
    'backfill 0',
    'backfill 3',
  ]);
});

test('a lower lane gets its floor beside a higher one that never ends', async () => {
  const asked: Lane[] = [...Array(40).fill('interactive'), ...Array(40).fill('backfill')];
  const order = await orderOf(asked, { interactive: 0, incremental: 0, backfill: 0.2 });
  const places = order.flatMap((name, place) => (name.startsWith('backfill') ? [place] : []));
  expect(places.slice(0, 8)).toEqual([5, 10, 15, 20, 25, 30, 35, 40]);
});

test('no more go at the same time than the shop takes, whatever their lanes', async () => {
  const { clock, budget } = world({ concurrency: 3 });
  let most = 0;
  let inFlight = 0;
  const request = async (lane: Lane) => {
    await budget.acquire({ lane });
    inFlight += 1;
    most = Math.max(most, inFlight);
    await clock.host.sleep(100);
    inFlight -= 1;
    budget.observe(null);
  };
  const lanes: Lane[] = [...Array(10).fill('backfill'), ...Array(10).fill('interactive')];
  await clock.run(Promise.all(lanes.map(request)));
  expect(most).toBe(3);
});

test('what a request needs to go at all goes past the line, and waits for a pause only', async () => {
  const { clock, budget } = world({ concurrency: 1 });
  await budget.acquire();
  await clock.run(budget.acquire({ ahead: true }));
  expect(clock.elapsed()).toBe(0);
  budget.observe({ ...tellsNothing, retryAfterMs: 5000 });
  await expect(budget.acquire({ ahead: true, patienceMs: 4999 })).rejects.toThrow('no request is free for 5 s');
  await clock.run(budget.acquire({ ahead: true }));
  expect(clock.elapsed()).toBe(5000);
});

const windowMs = 30_000;

/** A backfill that never ends, and what a run for news takes when it comes at some time of a window. */
async function besideBackfill(comesAtMs: number, requests: number) {
  const { clock, budget } = world({ announced: true });
  const shop = createQuotaShop(clock, { limit: 150, windowMs });
  const request = async (lane: Lane) => {
    await budget.acquire({ lane });
    budget.observe(await shop.answer(100));
  };
  let done = false;
  const backfill = async () => {
    while (!done) await request('backfill');
  };
  const news = async () => {
    await clock.host.sleep(comesAtMs);
    const from = clock.elapsed();
    for (let sent = 0; sent < requests; sent += 1) await request('incremental');
    const took = clock.elapsed() - from;
    await clock.host.sleep(3 * windowMs - clock.elapsed());
    done = true;
    return took;
  };
  const [took] = await clock.run(Promise.all([news(), ...Array.from({ length: 8 }, backfill)]));
  return { took, refused: shop.refused(), used: [shop.used(0) / 150, shop.used(1) / 150, shop.used(2) / 150] };
}

test.each([5, 12, 20])(
  'beside a backfill that uses the quota up, a run that comes after %i s has room at once',
  async after => {
    const { took, refused, used } = await besideBackfill(after * 1000, 12);
    expect(took).toBeLessThanOrEqual(12 * 100 * 1.25);
    expect(refused).toBe(0);
    expect(Math.min(...used.slice(1))).toBeGreaterThanOrEqual(0.98);
  },
);

test('a backfill alone leaves nothing of a window unused', async () => {
  const { used } = await besideBackfill(0, 0);
  expect(Math.min(...used.slice(1))).toBeGreaterThanOrEqual(0.98);
});

const refused = (asked: boolean, waitMs: number): RateObservation => ({
  ...tellsNothing,
  retryAfterMs: waitMs,
  refusal: { asked },
});

test('after a refusal that says nothing one request goes alone, and the others when it was answered', async () => {
  const { clock, budget } = world();
  const starts: number[] = [];
  await Promise.all(Array.from({ length: 8 }, () => budget.acquire()));
  for (let answer = 0; answer < 8; answer += 1) budget.observe(refused(false, 2000));
  const again = Array.from({ length: 8 }, async () => {
    await budget.acquire();
    starts.push(clock.elapsed());
    await clock.host.sleep(100);
    budget.observe(tellsNothing);
  });
  await clock.run(Promise.all(again));
  expect(starts).toEqual([2000, ...Array(7).fill(2100)]);
});

test('after a refusal that said how long to wait all go on, after a second one in a row one at a time', async () => {
  const { clock, budget } = world();
  const starts: number[] = [];
  const request = async (answer: RateObservation) => {
    await budget.acquire();
    starts.push(clock.elapsed());
    await clock.host.sleep(100);
    budget.observe(answer);
  };
  await clock.run(Promise.all([request(refused(true, 900)), request(refused(true, 900))]));
  await clock.run(Promise.all([request(refused(true, 900)), request(refused(true, 900))]));
  await clock.run(Promise.all([request(tellsNothing), request(tellsNothing), request(tellsNothing)]));
  expect(starts).toEqual([0, 0, 1000, 1000, 2000, 2100, 2100]);
});

test('refusals of one pause count once, and an answer ends their row', async () => {
  const { clock, budget } = world();
  expect(budget.nextRefusal()).toBe(1);
  for (let request = 0; request < 3; request += 1) await budget.acquire();
  for (let answer = 0; answer < 3; answer += 1) budget.observe(refused(false, 1000));
  expect(budget.nextRefusal()).toBe(1);
  await clock.run(budget.acquire());
  expect(budget.nextRefusal()).toBe(2);
  budget.observe(tellsNothing);
  expect(budget.nextRefusal()).toBe(1);
});
