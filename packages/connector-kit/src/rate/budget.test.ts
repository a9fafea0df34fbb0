import type { RateObservation } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createVirtualClock } from '../http/virtual-clock.js';
import { createRateBudget, type RateBudgetOptions } from './budget.js';
import { tellsNothing } from './observation.js';
import { WaitTooLong } from './waiting-line.js';

function world(options: Omit<RateBudgetOptions, 'host'> = {}) {
  const clock = createVirtualClock('2026-01-01T00:00:00Z', 1);
  const budget = createRateBudget({ host: clock.host, ...options });
  const starts: number[] = [];
  /** One request that takes `takesMs` and whose answer says `observation`. */
  const request = async (takesMs = 0, observation: RateObservation | null = null) => {
    await budget.acquire();
    starts.push(clock.elapsed());
    if (takesMs > 0) await clock.host.sleep(takesMs);
    budget.observe(observation);
  };
  return { clock, budget, starts, request };
}

test('without limits and headers nobody waits', async () => {
  const { clock, budget } = world();
  await clock.run(Promise.all(Array.from({ length: 1000 }, () => budget.acquire())));
  expect(clock.elapsed()).toBe(0);
});

test('a platform said to tell that tells nothing holds back nobody after its first answer', async () => {
  const { clock, request, starts } = world({ announced: true });
  await clock.run(Promise.all(Array.from({ length: 20 }, () => request(100, tellsNothing))));
  expect(starts.filter(at => at === 0)).toHaveLength(1);
  expect(starts.filter(at => at === 100)).toHaveLength(19);
});

test('so many a second are sent, in no span of a second more', async () => {
  const { clock, request, starts } = world({ limits: [{ requests: 30, windowMs: 1000 }] });
  await clock.run(Promise.all(Array.from({ length: 95 }, () => request())));
  expect(starts.map(at => Math.floor(at / 1000))).toEqual([
    ...Array(30).fill(0),
    ...Array(30).fill(1),
    ...Array(30).fill(2),
    ...Array(5).fill(3),
  ]);
});

test('a place is free again only a window after its answer', async () => {
  const { clock, request, starts } = world({ limits: [{ requests: 2, windowMs: 1000 }] });
  await clock.run(Promise.all([request(400), request(700), request(), request()]));
  expect(starts).toEqual([0, 0, 1400, 1700]);
});

test('several limits hold at once', async () => {
  const limits = [
    { requests: 2, windowMs: 1000 },
    { requests: 3, windowMs: 60_000 },
  ];
  const { clock, request, starts } = world({ limits });
  await clock.run(Promise.all(Array.from({ length: 5 }, () => request())));
  expect(starts).toEqual([0, 0, 1000, 60_000, 60_000]);
});

test('an order to wait pauses everyone, and they go on in the order in which they came', async () => {
  const { clock, budget } = world();
  await budget.acquire();
  budget.observe({ ...tellsNothing, retryAfterMs: 5000 });
  const order: number[] = [];
  const waiting = [1, 2, 3, 4].map(number => budget.acquire().then(() => order.push(number)));
  await clock.run(Promise.all(waiting));
  expect(order).toEqual([1, 2, 3, 4]);
  expect(clock.elapsed()).toBe(5000);
});

test('a longer pause is not shortened by a later, shorter one', async () => {
  const { clock, budget } = world();
  await budget.acquire();
  budget.observe({ ...tellsNothing, retryAfterMs: 5000 });
  budget.observe({ ...tellsNothing, retryAfterMs: 1000 });
  await clock.run(budget.acquire());
  expect(clock.elapsed()).toBe(5000);
});

test('whoever cannot wait long enough is told at once how long it would take', async () => {
  const { clock, budget } = world();
  await budget.acquire();
  budget.observe({ ...tellsNothing, retryAfterMs: 5000 });
  const patient = budget.acquire({ patienceMs: 5000 });
  const refused = budget.acquire({ patienceMs: 4999 }).catch((error: unknown) => error);
  expect(await refused).toBeInstanceOf(WaitTooLong);
  expect(await refused).toMatchObject({ waitMs: 5000 });
  await clock.run(patient);
  expect(clock.elapsed()).toBe(5000);
});

test('whoever gives up leaves the line without holding up the others', async () => {
  const { clock, budget } = world({ limits: [{ requests: 1, windowMs: 1000 }] });
  const stop = new AbortController();
  await budget.acquire();
  const leaving = budget.acquire({ signal: stop.signal });
  const staying = budget.acquire();
  stop.abort(new Error('enough'));
  await expect(leaving).rejects.toThrow('enough');
  budget.observe(null);
  await clock.run(staying);
  expect(clock.elapsed()).toBe(1000);
  await expect(budget.acquire({ signal: stop.signal })).rejects.toThrow('enough');
});

test('a sleep that fails fails whoever waits, instead of waiting for ever', async () => {
  const broken = { now: () => new Date(0), sleep: () => Promise.reject(new Error('no timers')) };
  const budget = createRateBudget({ host: broken, limits: [{ requests: 1, windowMs: 1000 }] });
  await budget.acquire();
  const next = budget.acquire();
  budget.observe(null);
  await expect(next).rejects.toThrow('no timers');
});

test('a clock that stands still or goes back stops nobody', async () => {
  let at = 10_000;
  const host = {
    now: () => {
      at -= 1;
      return new Date(at);
    },
    sleep: async () => {},
  };
  const budget = createRateBudget({ host, limits: [{ requests: 1, windowMs: 1000 }] });
  for (let request = 0; request < 5; request += 1) {
    await budget.acquire();
    budget.observe(null);
  }
  expect(at).toBeLessThan(10_000);
});

test('an empty window without a reset time is tried again after a second, one request at a time', async () => {
  const { clock, request, starts } = world();
  const empty = { ...tellsNothing, remaining: 0 };
  await clock.run(request(0, empty));
  await clock.run(Promise.all([request(100, { ...tellsNothing, remaining: 5 }), request(), request()]));
  expect(starts).toEqual([0, 1000, 1100, 1100]);
});
