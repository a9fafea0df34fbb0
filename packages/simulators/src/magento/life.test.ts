import { expect, test } from 'vitest';
import { createMagentoSimulator } from './index.js';
import { ask, type Json, type List, read, readAll, where } from './testing.js';

const end = '2026-06-30 23:59:00';

test('the shop lives on: every kind of thing happens, after the history and in order', async () => {
  const simulator = createMagentoSimulator({ orders: 150 });
  const before = simulator.truth();
  const products = await readAll(simulator, 'products');
  const stock = await readAll(simulator, 'inventory/source-items');
  simulator.advance(200);
  const after = simulator.truth();
  for (const name of ['orders', 'invoices', 'creditmemos', 'shipments', 'transactions', 'customers']) {
    expect(after[name]?.length).toBeGreaterThan(before[name]?.length ?? 0);
    expect(after[name]?.slice(0, before[name]?.length)).toEqual(before[name]);
  }
  const changed = (await readAll(simulator, 'products')).filter(
    (product, index) => product.updated_at !== products[index]?.updated_at,
  );
  expect(changed.length).toBeGreaterThan(3);
  expect(changed.every(product => String(product.updated_at) > end)).toBe(true);
  expect(await readAll(simulator, 'inventory/source-items')).not.toEqual(stock);
  expect(
    (await readAll(simulator, 'orders')).some(order => order.state === 'canceled' && String(order.updated_at) > end),
  ).toBe(true);
});

test('what is modified since the end of the history is exactly what has changed', async () => {
  const simulator = createMagentoSimulator({ orders: 150 });
  const before = new Map((await readAll(simulator, 'orders')).map(order => [order.entity_id, JSON.stringify(order)]));
  simulator.advance(60);
  const changed = (await readAll(simulator, 'orders')).filter(
    order => before.get(order.entity_id) !== JSON.stringify(order),
  );
  const since = await read<List>(simulator, `/rest/V1/orders?${where(['updated_at', 'gt', end])}`);
  expect(since.items.map(order => order.entity_id)).toEqual(changed.map(order => order.entity_id));
  expect(changed.some(order => before.has(order.entity_id))).toBe(true);
});

test('documents made later have higher ids than all before', async () => {
  const simulator = createMagentoSimulator({ orders: 150 });
  const highest = Math.max(...(simulator.truth().invoices ?? []).map(Number));
  simulator.advance(60);
  const later = await read<List>(simulator, `/rest/V1/invoices?${where(['created_at', 'gt', end])}`);
  expect(later.items.length).toBeGreaterThan(0);
  expect(Math.min(...later.items.map(invoice => Number(invoice.entity_id)))).toBeGreaterThan(highest);
});

test('equal lives make equal shops, in one go or in several', async () => {
  const live = async (steps: readonly number[]) => {
    const simulator = createMagentoSimulator({ orders: 80, seed: 9 });
    for (const step of steps) simulator.advance(step);
    const text = async (path: string) => (await ask(simulator, `/rest/all/V1/${path}?searchCriteria=`)).text();
    return Promise.all(['orders', 'creditmemos', 'customers/search', 'products', 'inventory/source-items'].map(text));
  };
  expect(await live([40])).toEqual(await live([15, 25]));
});

test('happenings are stamped with the shop’s clock, time that passed included', async () => {
  let elapsed = 0;
  const simulator = createMagentoSimulator({ orders: 50, elapsedMs: () => elapsed });
  await readAll(simulator, 'orders');
  elapsed = 3_600_000;
  simulator.advance(20);
  const later = (await readAll(simulator, 'orders')).filter((order: Json) => String(order.updated_at) > end);
  expect(later.length).toBeGreaterThan(0);
  expect(later.every(order => String(order.updated_at) > '2026-07-01 00:59:00')).toBe(true);
});
