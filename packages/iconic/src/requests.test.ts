import { createVirtualClock } from '@cartograph/conformance';
import { everything, silentLogger } from '@cartograph/core';
import { createIconicSimulator } from '@cartograph/simulators';
import { expect, test } from 'vitest';
import { iconic } from './connector.js';

/** What a full reading of each stream asks for: what the README says. */
async function readAll(orders: number) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createIconicSimulator({ orders, elapsedMs: clock.elapsedMs });
  const session = iconic.open(iconic.config.parse(simulator.config('http://shop.test')), {
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  });
  await session.check();
  const costs: Record<string, number> = { check: simulator.counts.requests };
  const counts: Record<string, number> = {};
  for (const stream of Object.keys(iconic.streams)) {
    const before = simulator.counts.requests;
    let records = 0;
    for await (const page of session.read(stream, everything)) records += page.records.length;
    costs[stream] = simulator.counts.requests - before;
    counts[stream] = records;
  }
  return { costs, counts };
}

test('a full reading of a shop of a thousand orders asks for what the README says', async () => {
  const { costs, counts } = await readAll(1000);
  expect(counts).toMatchObject({ orders: 1000, products: 120, transactions: 5435, payouts: 96 });
  expect(costs).toEqual({
    check: 5,
    company: 1,
    orders: 13,
    orderHeaders: 0,
    products: 247,
    productRereads: 0,
    productCategories: 1,
    paymentMethods: 1,
    locations: 1,
    transactions: 111,
    payouts: 2,
  });
});
