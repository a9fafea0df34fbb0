import { expect, test } from 'vitest';
import { createVirtualClock } from '../http/virtual-clock.js';
import { createRateBudget } from './budget.js';
import { createQuotaShop } from './quota-shop.js';

const windowMs = 30_000;

interface Traffic {
  readonly limit?: number;
  readonly inFlight: number;
  readonly startAtMs?: number;
  /** Called before each of our requests arrives, with its number. */
  readonly other?: (request: number, take: () => boolean) => void;
}

/** Reads as fast as the budget allows for four windows, and tells what the second and third were used for. */
async function traffic({ limit = 150, inFlight, startAtMs = 0, other = () => {} }: Traffic) {
  const clock = createVirtualClock('2026-01-01T00:00:00Z', 1);
  const shop = createQuotaShop(clock, limit, windowMs);
  const budget = createRateBudget({ host: clock.host, announced: true });
  let sent = 0;
  const worker = async () => {
    while (clock.elapsed() < 4 * windowMs) {
      await budget.acquire();
      sent += 1;
      other(sent, shop.takeForOther);
      budget.observe(await shop.answer(60 + ((sent * 37) % 80)));
    }
  };
  const all = async () => {
    await clock.host.sleep(startAtMs);
    await Promise.all(Array.from({ length: inFlight }, worker));
  };
  await clock.run(all());
  return { refused: shop.refused(), used: [shop.used(1) / limit, shop.used(2) / limit] };
}

test.each([1, 8])('with %i in flight a quota is used up and never overdrawn', async inFlight => {
  const { refused, used } = await traffic({ inFlight });
  expect(refused).toBe(0);
  expect(Math.min(...used)).toBeGreaterThanOrEqual(0.98);
});

test.each([1, 8])('with %i in flight the same holds when the first request comes late in a window', async inFlight => {
  const { refused, used } = await traffic({ inFlight, startAtMs: windowMs - 500 });
  expect(refused).toBe(0);
  expect(Math.min(...used)).toBeGreaterThanOrEqual(0.98);
});

test.each([1, 8])('with %i in flight the same holds while another client takes a third', async inFlight => {
  const other = (request: number, take: () => boolean) => {
    if (request % 2 === 0) take();
  };
  const { refused, used } = await traffic({ inFlight, other });
  expect(refused).toBe(0);
  expect(Math.min(...used)).toBeGreaterThanOrEqual(0.98);
});

test('a greedy other client does not starve us', async () => {
  let ours = 0;
  const other = (_request: number, take: () => boolean) => {
    ours += 1;
    for (let extra = 0; extra < 5; extra += 1) take();
  };
  await traffic({ inFlight: 1, other });
  expect(ours).toBeGreaterThan(4 * 20);
});

test('a limit smaller than the requests in flight is kept to', async () => {
  const { refused, used } = await traffic({ limit: 3, inFlight: 8 });
  expect(refused).toBe(0);
  expect(used).toEqual([1, 1]);
});

test('a large quota is no brake', async () => {
  const { refused } = await traffic({ limit: 1_000_000, inFlight: 8 });
  expect(refused).toBe(0);
});
