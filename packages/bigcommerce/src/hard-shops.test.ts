import { createVirtualClock } from '@cartograph/conformance';
import { createBigCommerceSimulator } from '@cartograph/simulators';
import { createReplica } from '@cartograph/sync/testing';
import { expect, test } from 'vitest';
import { bigcommerce } from './connector.js';
import type { OrderBody } from './native/order-body.js';
import { holder, idsOf } from './testing/held.js';
import { header, open } from './testing/open.js';

const streams = ['orders', 'products', 'customers'] as const;
const large = { orders: 260, products: 260 };
const all = { ...header, fulfillments: 'none', includeIncomplete: true } as const;

test.each([
  [['wrong-counts']],
  [['no-pagination']],
  [['capped-page-size']],
  [['last-page-repeated', 'wrong-counts', 'no-pagination', 'capped-page-size', 'empty-list-200', 'empty-list-204']],
])('lists of many pages are read whole through %s', async profiles => {
  const [quirky, plain] = [open({ ...large, profiles }, all), open(large, all)];
  for (const stream of [...streams, 'categories', 'locations', 'paymentMethods', 'taxRates'])
    expect(await quirky.read(stream)).toEqual(await plain.read(stream));
  expect(quirky.simulator.counts.disturbed).toBeGreaterThan(0);
});

test('the lines of a large order come once where the last page is repeated', async () => {
  const { read, simulator } = open({ seed: 3, orders: 700, profiles: ['last-page-repeated'] }, all);
  const large = (await read('orders')).map(({ body }) => body as OrderBody).filter(({ products }) => products);
  for (const { order, products = [] } of large) {
    expect(new Set(products?.map(({ id }) => id)).size).toBe(products?.length);
    expect(products?.reduce((units, { quantity }) => units + Number(quantity), 0)).toBe(Number(order.items_total));
  }
  expect([large.length > 0, simulator.counts.disturbed]).toEqual([true, large.length]);
});

test.each([[['edits-while-paging']], [['edits-while-paging', 'capped-page-size', 'wrong-counts', 'no-pagination']]])(
  'nothing is lost while records are edited, added and deleted between any two pages: %s',
  async profiles => {
    const { session, simulator } = open({ ...large, products: 520, profiles }, all);
    for (const stream of streams) {
      const { held, read } = holder(session, stream);
      // A page alone stands still.
      for (let pages = 2; pages > 1; ) pages = await read();
      const there = simulator.truth()[stream] ?? [];
      expect(there.filter(id => !held.has(id))).toEqual([]);
      const now = await session.find(stream, [...held.keys()]);
      expect(
        [...now]
          .filter(([, record]) => record !== null)
          .map(([id]) => id)
          .sort(),
      ).toEqual([...there].sort());
      for (const [id, record] of now) if (record) expect(held.get(id)).toEqual(record);
    }
    expect(simulator.counts.disturbed).toBeGreaterThan(3);
  },
);

test.each(['products', 'customers'])(
  'of %s that are there from the first page of ids to the last, none is missed',
  async stream => {
    const { session, simulator } = open({
      ...large,
      products: 900,
      profiles: ['edits-while-paging', 'capped-page-size'],
    });
    const before = simulator.truth()[stream] ?? [];
    const listed = new Set(await idsOf(session, stream));
    const after = new Set(simulator.truth()[stream]);
    expect(before.length).toBeGreaterThan(after.size - 20);
    expect(before.filter(id => after.has(id) && !listed.has(id))).toEqual([]);
  },
);

test.each(streams)('hundreds of %s that change within one second all come', async stream => {
  const { session, simulator } = open({ ...large, profiles: ['same-second-cluster'] }, all);
  const { held, read } = holder(session, stream);
  await read();
  const old = new Map(held);
  simulator.advance(5);
  await session.check();
  await read();
  expect([...held.keys()].sort()).toEqual([...(simulator.truth()[stream] ?? [])].sort());
  expect([...old].filter(([id, record]) => held.get(id) === record)).toEqual([]);
});

test('refunds, payments, parcels, stock and addresses that move no modified time are there a day later', async () => {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const shop = createBigCommerceSimulator({ orders: 80, ...clock, profiles: ['silent-children'] });
  const settings = { includeIncomplete: true };
  const replica = createReplica({ connector: bigcommerce, shop, clock, settings });
  await replica.sync();
  shop.advance(120);
  await clock.sleep(24 * 60 * 60_000);
  await replica.sync();
  const fresh = createReplica({ connector: bigcommerce, shop, clock, settings });
  await fresh.sync({ full: true });
  const [kept, there] = [await replica.records(), await fresh.records()];
  const differing = [...there].filter(([key, record]) => JSON.stringify(kept.get(key)) !== JSON.stringify(record));
  expect(differing.map(([key]) => key)).toEqual([]);
  expect(kept.size).toBe(there.size);
});

test('a quota that another application takes most of is shared without losing anything', async () => {
  const { read, simulator } = open({ plan: 'standard', orders: 120, profiles: ['shared-quota'] });
  expect(await read('orders')).toHaveLength((await open({ orders: 120 }).read('orders')).length);
  expect(simulator.counts.requests).toBeGreaterThan(150);
});

test.each(streams)('one of the %s that cannot be served stands alone, and comes once it can', async stream => {
  const { session, simulator } = open(
    { orders: 100, products: 260, profiles: ['poisoned-record'] },
    { includeIncomplete: true, fulfillments: 'none' },
  );
  const { held, failed, read } = holder(session, stream);
  await read();
  const there = simulator.truth()[stream] ?? [];
  const poisoned = there.filter(id => !held.has(id));
  expect([...failed.keys()].sort()).toEqual(poisoned.sort());
  // Of orders also the one of which a transaction cannot be served.
  expect(poisoned).toHaveLength(stream === 'orders' ? 2 : 1);
  expect((await session.find(stream, [...poisoned, '999999999'])).get('999999999')).toBeNull();
  expect([...(await session.find(stream, poisoned)).keys()]).toEqual([]);
  const mended = poisoned.filter(id => there.indexOf(id) === Math.floor(there.length * 0.4));
  for (const id of mended) simulator.tamper(stream, id, body => body);
  const found = await session.find(stream, mended);
  expect([...found.values()].map(record => record?.id)).toEqual(mended);
});

test('a refund that cannot be served stands for its order, which comes once it can', async () => {
  const { session, simulator } = open({ orders: 100, profiles: ['poisoned-record'] }, { fulfillments: 'none' });
  const { refunds: old = [] } = simulator.truth();
  const { failed, held, read } = holder(session, 'refunds');
  await session.check();
  await read();
  simulator.advance(120);
  await session.check();
  await read();
  const [first = '', ...others] = (simulator.truth().refunds ?? []).filter(id => !old.includes(id));
  // Beside it orders of which something else cannot be served.
  const [id = '', ...more] = [...failed.keys()].filter(key => key.startsWith('refunded at '));
  expect([more, others.length > 3, held.size > 3]).toEqual([[], true, true]);
  for (const record of failed.values()) expect(record.stream).toBe(record.id === id ? 'refunds' : 'orders');
  expect((await session.find('refunds', [id])).size).toBe(0);
  simulator.tamper('refunds', first, body => body);
  const body = (await session.find('refunds', [id])).get(id)?.body as OrderBody;
  expect(body.refunds?.map(refund => String(refund.id))).toContain(first);
});
