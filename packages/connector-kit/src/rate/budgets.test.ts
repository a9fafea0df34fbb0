import { silentLogger } from '@cartograph/core';
import { expect, test } from 'vitest';
import { createHost } from '../http/host.js';
import { createVirtualClock } from '../http/virtual-clock.js';
import { createRateBudgets, shopBudget } from './budgets.js';

const second = (requests: number) => ({ limits: [{ requests, windowMs: 1000 }] });

test('whoever asks for a shop of the process gets its one budget, and another shop has another', () => {
  const host = createHost();
  const first = shopBudget(host, 'shop 1', second(30));
  expect(shopBudget({ ...host, lane: 'backfill' }, 'shop 1', second(30))).toBe(first);
  expect(shopBudget(host, 'shop 2', second(30))).not.toBe(first);
  expect(shopBudget(createHost(), 'shop 1', second(30))).not.toBe(first);
});

test('a host without budgets has one for each session', () => {
  const host = { fetch: globalThis.fetch, now: () => new Date(), sleep: async () => {}, logger: silentLogger };
  expect(shopBudget(host, 'shop 1')).not.toBe(shopBudget(host, 'shop 1'));
});

test('a budget that is asked for with other limits keeps to all of them', async () => {
  const clock = createVirtualClock();
  const budgets = createRateBudgets({ host: clock.host });
  budgets.of('shop', second(30));
  budgets.of('shop', { ...second(2), concurrency: 1 });
  const budget = budgets.of('shop', second(30));
  const starts: number[] = [];
  const request = async () => {
    await budget.acquire();
    starts.push(clock.elapsed());
    await clock.host.sleep(10);
    budget.observe(null);
  };
  await clock.run(Promise.all(Array.from({ length: 4 }, request)));
  expect(starts).toEqual([0, 10, 1010, 1020]);
});

test('floors that are no shares are refused as soon as a shop is asked for', () => {
  const budgets = createRateBudgets({ host: createVirtualClock().host, floors: { backfill: 2 } });
  expect(() => budgets.of('shop', {})).toThrow(RangeError);
});
