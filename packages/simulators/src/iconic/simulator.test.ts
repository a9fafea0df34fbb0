import { describe, expect, test } from 'vitest';
import type { Simulator } from '../simulator.js';
import { createIconicSimulator } from './simulator.js';
import { connect, type OrderJson } from './testing.js';

const ordersOf = async (simulator: Simulator, query = '') =>
  (await connect(simulator)).all<OrderJson>(`/v2/orders?sort=createdAt&sortDir=asc${query}`);

const changingShop = () => {
  const simulator = createIconicSimulator({ orders: 300, seed: 7 });
  simulator.advance(60);
  return simulator;
};

describe('a shop', () => {
  test('is the same for the same seed, orders and happenings, and another for another seed', async () => {
    const [one, two] = [changingShop(), changingShop()];
    expect(await ordersOf(one)).toEqual(await ordersOf(two));
    expect(one.truth()).toEqual(two.truth());
    const other = createIconicSimulator({ orders: 300, seed: 8 });
    expect((await ordersOf(other))[0]?.address).not.toEqual((await ordersOf(one))[0]?.address);
  });

  test('has the same order 7 however many orders there are, but for its dates and progress', async () => {
    const sizes = [10, 1000];
    const [small, large] = await Promise.all(
      sizes.map(async orders => (await ordersOf(createIconicSimulator({ orders })))[7]),
    );
    const lasting = (order: OrderJson | undefined) => ({
      id: order?.id,
      number: order?.number,
      address: order?.address,
      grandTotal: order?.grandTotal,
      products: order?.items.map(item => [item.product, item.unitPrice, item.paidPrice]),
    });
    expect(lasting(small)).toEqual(lasting(large));
  });

  test('has a clock of its own, which starts at the end of its history', async () => {
    const client = await connect(createIconicSimulator({ orders: 1, elapsedMs: () => 90_000 }));
    expect((await client.request('/v2/seller')).headers.get('date')).toBe('Wed, 01 Jul 2026 00:00:30 GMT');
  });
});

describe('a shop that lives on', () => {
  test('gets new orders and changes old ones, and a reader since then sees exactly those', async () => {
    const simulator = createIconicSimulator({ orders: 400 });
    const before = new Map((await ordersOf(simulator)).map(order => [order.id, JSON.stringify(order)]));
    simulator.advance(80);
    const changed = (await ordersOf(simulator)).filter(order => before.get(order.id) !== JSON.stringify(order));
    const since = encodeURIComponent('2026-06-30T23:59:01Z');
    const seen = await ordersOf(simulator, `&updateDateStart=${since}`);
    expect(seen).toEqual(changed);
    const old = changed.filter(order => before.has(order.id));
    expect(old.length).toBeGreaterThan(5);
    expect(changed.length - old.length).toBeGreaterThan(10);
    expect(simulator.truth().orders).toHaveLength(before.size + changed.length - old.length);
  });

  test('moves its clock by minutes with every happening, and the time that has passed counts too', async () => {
    let elapsed = 0;
    const simulator = createIconicSimulator({ orders: 50, elapsedMs: () => elapsed });
    elapsed = 3_600_000;
    simulator.advance(1);
    const times = (await ordersOf(simulator)).map(order => Date.parse(order.updatedAt));
    const products = await (await connect(simulator)).all<{ updatedAt: string }>('/v2/product-sets');
    const latest = Math.max(...times, ...products.map(set => Date.parse(set.updatedAt)));
    expect(latest).toBeGreaterThan(Date.parse('2026-07-01T00:59:00Z'));
  });

  test('edits products, which show it in their time of update', async () => {
    const simulator = createIconicSimulator({ orders: 50 });
    simulator.advance(80);
    const client = await connect(simulator);
    expect((await client.all('/v2/product-sets?updateDateStart=2026-07-01')).length).toBeGreaterThan(0);
  });

  test('keeps the ids of its earlier transactions', () => {
    const simulator = createIconicSimulator({ orders: 200 });
    const before = simulator.truth().transactions ?? [];
    simulator.advance(100);
    const after = simulator.truth().transactions ?? [];
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });
});

test('a record that was tampered with is served so in lists and alone, and no other is', async () => {
  const simulator = createIconicSimulator({ orders: 5 });
  const [first] = await ordersOf(simulator);
  simulator.tamper('orders', String(first?.id), body => ({ ...Object(body), currency: 7 }));
  const client = await connect(simulator);
  expect((await ordersOf(simulator)).map(order => order.currency)).toEqual([7, ...Array(4).fill(expect.any(String))]);
  expect((await client.read<OrderJson>(`/v2/orders/${first?.id}`)).currency).toBe(7);
});

test('a catalog can be small', () => {
  expect(createIconicSimulator({ orders: 5, productSets: 3 }).truth().productSets).toHaveLength(3);
});

test('fifty thousand orders are made in seconds', () => {
  expect(createIconicSimulator({ orders: 50_000 }).truth().orders).toHaveLength(50_000);
}, 20_000);
