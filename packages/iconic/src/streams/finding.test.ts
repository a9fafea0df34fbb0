import { createVirtualClock } from '@cartograph/conformance';
import { everything, type NativePage, silentLogger, UnsupportedError } from '@cartograph/core';
import { createIconicSimulator, type IconicSimulatorOptions } from '@cartograph/simulators';
import { expect, test } from 'vitest';
import { iconic } from '../connector.js';

function openShop(options: IconicSimulatorOptions = {}, settings: object = {}) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createIconicSimulator({ orders: 250, productSets: 120, elapsedMs: clock.elapsedMs, ...options });
  const asked: URL[] = [];
  const config = iconic.config.parse({ ...simulator.config('http://shop.test'), ...settings });
  const session = iconic.open(config, {
    fetch: (input, init) => {
      const request = new Request(input, init);
      asked.push(new URL(request.url));
      return simulator.fetch(request);
    },
    now: clock.now,
    sleep: clock.sleep,
    logger: silentLogger,
  });
  const pages = async (stream: string, since: string | null = null) => {
    const all: NativePage[] = [];
    for await (const page of session.read(stream, { ...everything, since })) all.push(page);
    return all;
  };
  return { simulator, session, asked, pages };
}

const idsOf = (pages: readonly NativePage[]) => pages.flatMap(({ records }) => records.map(({ id }) => id)).toSorted();
const failedIn = (pages: readonly NativePage[]) => pages.flatMap(({ failed = [] }) => failed.map(({ id }) => id));

test('orders and product sets are found by their ids, a hundred a request; those that are not there are gone', async () => {
  const { session, simulator, asked } = openShop();
  const { orders = [], productSets = [] } = simulator.truth();
  const found = await session.find('orders', [...orders.slice(0, 150), '1']);
  expect([found.size, found.get('1'), found.get(orders[0] ?? '')?.id]).toEqual([151, null, orders[0]]);
  expect(asked.filter(({ pathname }) => pathname === '/v2/orders')).toHaveLength(2);
  const sets = await session.find('products', [productSets[0] ?? '', '1']);
  expect(sets.get('1')).toBeNull();
  expect(sets.get(productSets[0] ?? '')?.body).toMatchObject({ products: expect.any(Array), stock: expect.any(Array) });
});

test('all that are asked for are found where the platform gives less a page than was asked for', async () => {
  const { session, simulator } = openShop({ profiles: ['capped-page-size'] });
  const { orders = [], productSets = [] } = simulator.truth();
  for (const [stream, ids] of [
    ['orders', orders],
    ['products', productSets],
  ] as const) {
    const found = await session.find(stream, [...ids, '1']);
    expect([...found].filter(([, record]) => record === null).map(([id]) => id)).toEqual(['1']);
  }
});

test('one record that breaks a list hides none beside it where the platform gives less a page', async () => {
  const { simulator, pages } = openShop({ profiles: ['capped-page-size', 'poisoned-record'] });
  const { orders = [], unservedOrders = [] } = simulator.truth();
  const read = await pages('orders');
  expect([...new Set(idsOf(read))]).toEqual(orders.filter(id => !unservedOrders.includes(id)).toSorted());
  expect(failedIn(read)).toEqual(unservedOrders);
});

test('rows of the ledger cannot be asked for by their ids', async () => {
  await expect(openShop().session.find('transactions', ['30000001'])).rejects.toThrow(UnsupportedError);
});

test('the ids of all product sets cost a request a hundred', async () => {
  const { session, simulator, asked } = openShop();
  const ids: string[] = [];
  for await (const page of session.ids('products', null)) ids.push(...page.ids);
  expect(ids.toSorted()).toEqual(simulator.truth().productSets?.toSorted());
  expect(asked.filter(({ pathname }) => pathname === '/v2/product-sets')).toHaveLength(2);
});

test('of a list that one record breaks all others arrive, and it is named; once it is served it is found', async () => {
  const { session, simulator, pages } = openShop({ profiles: ['poisoned-record'] });
  const { orders = [], productSets = [], unservedOrders = [], unservedProductSets = [] } = simulator.truth();
  for (const [stream, all, unserved] of [
    ['orders', orders, unservedOrders],
    ['products', productSets, unservedProductSets],
  ] as const) {
    const read = await pages(stream);
    expect([...new Set(idsOf(read))]).toEqual(all.filter(id => !unserved.includes(id)).toSorted());
    expect(new Set(failedIn(read))).toEqual(new Set(unserved));
    expect((await session.find(stream, unserved)).size).toBe(0);
    for (const id of unserved) simulator.tamper(stream === 'orders' ? stream : 'productSets', id, body => body);
    expect([...(await session.find(stream, unserved)).keys()]).toEqual(unserved);
  }
});

test('an order whose address alone was corrected is among the headers, and costs a page or two', async () => {
  const { simulator, pages, asked } = openShop({ orders: 1500, profiles: ['silent-children'] });
  for (let time = 0; time < 8; time += 1) simulator.advance(1);
  const since = '2026-06-30T23:59:00Z';
  const [headers, changed] = [idsOf(await pages('orderHeaders', since)), idsOf(await pages('orders', since))];
  expect(headers.length).toBeGreaterThan(0);
  expect(headers.filter(id => changed.includes(id))).toEqual([]);
  expect(asked.filter(({ searchParams }) => searchParams.get('sortDir') === 'desc').length).toBeLessThan(3);
});

test('in each period every product set is read again once, some in each hour', async () => {
  const { simulator, session } = openShop({}, { rereadHours: 4 });
  const start = Date.parse('2026-07-10T00:00:00Z');
  const hours = await Promise.all(
    [0, 1, 2, 3].map(async hour => {
      const [since, until] = [hour, hour + 1].map(at => new Date(start + at * 3_600_000).toISOString());
      const read: NativePage[] = [];
      const query = { since: since ?? null, until: until ?? null, resume: null };
      for await (const page of session.read('productRereads', query)) read.push(page);
      return idsOf(read);
    }),
  );
  expect(hours.flat().toSorted()).toEqual(simulator.truth().productSets?.toSorted());
  expect(hours.every(ids => ids.length > 10)).toBe(true);
});
