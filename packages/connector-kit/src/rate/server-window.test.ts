import { expect, test } from 'vitest';
import { createVirtualClock } from '../http/virtual-clock.js';
import { createRateBudget } from './budget.js';
import { tellsNothing } from './observation.js';
import { createQuotaShop } from './quota-shop.js';
import { createServerWindow } from './server-window.js';

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
  const shop = createQuotaShop(clock, { limit, windowMs });
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

const says = (remaining: number, resetMs: number) => ({ ...tellsNothing, limit: 150, remaining, resetMs });
const waits = Number.POSITIVE_INFINITY;

/** How many requests may be in flight at once. */
function room(window: ReturnType<typeof createServerWindow>, now: number) {
  let inFlight = 0;
  while (window.readyAt(now, inFlight, 0) === now) inFlight += 1;
  return inFlight;
}

test('an answer that was overtaken does not raise what is left', () => {
  const window = createServerWindow(true);
  window.learn(0, says(20, 30_000));
  window.learn(10, says(10, 29_990));
  window.learn(20, says(11, 29_980));
  expect(window.readyAt(20, 10, 0)).toBe(30_000);
});

test('the end of a window is known by the answer that traveled fastest', () => {
  const window = createServerWindow(true);
  window.learn(900, says(2, 30_000));
  window.learn(1000, says(1, 29_000));
  window.learn(2900, says(0, 29_000));
  expect(window.readyAt(2900, 0, 0)).toBe(30_000);
});

test('an answer of the past window says nothing about this one', () => {
  const window = createServerWindow(true);
  window.learn(0, says(1, 30_000));
  window.learn(30_010, says(149, 29_990));
  window.learn(30_020, says(0, 80));
  expect(window.readyAt(30_020, 0, 0)).toBe(30_020);
});

test('a new window has the whole quota, less what is in flight', () => {
  const window = createServerWindow(true);
  window.learn(0, says(0, 30_000));
  expect(window.readyAt(29_999, 0, 0)).toBe(30_000);
  expect(room(window, 30_000)).toBe(150);
});

test('while others take a third, a third of what is left is theirs, and one more', () => {
  const window = createServerWindow(true);
  window.learn(0, says(150, 30_000));
  for (let ours = 1; ours <= 90; ours += 1) window.learn(ours, says(150 - Math.floor(ours * 1.5), 30_000 - ours));
  expect(room(window, 100)).toBe(9);
});

test('however much others take, half of what is left is ours', () => {
  const window = createServerWindow(true);
  window.learn(0, says(150, 30_000));
  window.learn(10, says(42, 29_990));
  expect(room(window, 10)).toBe(20);
});

test('a platform that tells what is left but not its limit is asked once when its window is over', () => {
  const window = createServerWindow(false);
  window.learn(0, { ...says(0, 30_000), limit: null });
  expect(window.readyAt(30_000, 0, 0)).toBe(30_000);
  expect(window.readyAt(30_000, 1, 0)).toBe(waits);
});
