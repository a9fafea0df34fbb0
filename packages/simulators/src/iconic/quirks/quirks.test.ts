import { expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type ItemJson, type OrderJson } from '../testing.js';

const shopWith = async (profile: string, orders = 120) => {
  const simulator = createIconicSimulator({ orders, profiles: [profile] });
  return { simulator, ...(await connect(simulator)) };
};

interface PageJson {
  readonly items: readonly { readonly id: number }[];
  readonly pagination: { readonly limit: number; readonly hasNext?: boolean; readonly totalCount?: number };
}

const ids = ({ items }: PageJson) => items.map(({ id }) => id);

test('last-page-repeated: beyond the end of a list is its last page', async () => {
  const { read } = await shopWith('last-page-repeated');
  const page = (offset: number) => read<PageJson>(`/v2/orders?limit=50&offset=${offset}`);
  expect(ids(await page(400))).toEqual(ids(await page(100)));
});

test('wrong-counts: a total is not the number of rows, and the last page tells of another one', async () => {
  const { read } = await shopWith('wrong-counts');
  expect((await read<PageJson>('/v2/product-sets?limit=100&offset=0')).pagination.totalCount).not.toBe(120);
  expect((await read<PageJson>('/v2/orders?limit=100&offset=100')).pagination.hasNext).toBe(true);
});

test('other-envelopes: orders are counted, product sets are not, and warehouses have an envelope', async () => {
  const { read } = await shopWith('other-envelopes');
  expect((await read<PageJson>('/v2/orders?limit=100&offset=100')).pagination).toEqual({
    limit: 100,
    offset: 100,
    totalCount: 120,
  });
  expect((await read<PageJson>('/v2/product-sets?limit=100&offset=0')).pagination.hasNext).toBe(true);
  expect((await read<PageJson>('/v2/warehouses')).items.length).toBeGreaterThan(0);
});

test('capped-page-size: more than twenty rows are never served, and the limit in force is told', async () => {
  const { read } = await shopWith('capped-page-size');
  const page = await read<PageJson>('/v2/orders?limit=100&offset=0');
  expect([page.items.length, page.pagination.limit]).toEqual([20, 20]);
});

test('text-amounts: amounts are texts, ids are not', async () => {
  const { read } = await shopWith('text-amounts');
  const { items } = await read<{ items: { id: unknown; amount: unknown; vatAmount: unknown }[] }>(
    '/v2/finance/transactions?limit=1',
  );
  expect([typeof items[0]?.amount, typeof items[0]?.vatAmount, typeof items[0]?.id]).toEqual([
    'string',
    'string',
    'number',
  ]);
});

test('daylight-saving: dates have no zone, and the clocks are set back soon', async () => {
  const { simulator, all } = await shopWith('daylight-saving');
  simulator.advance(8);
  const orders = await all<OrderJson>('/v2/orders');
  expect(orders.map(({ createdAt }) => createdAt).every(text => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text))).toBe(
    true,
  );
  const latest = orders.map(({ updatedAt }) => updatedAt).toSorted();
  expect(latest.at(-1)?.slice(0, 10)).toBe('2026-04-05');
});

test('token-dies: a token is refused after twenty-five requests', async () => {
  const { request } = await shopWith('token-dies');
  const statuses: number[] = [];
  for (let time = 0; time < 26; time += 1) statuses.push((await request('/v2/seller')).status);
  expect(statuses).toEqual([...Array(25).fill(200), 401]);
});

test('maintenance-mode: some requests are refused in the words of the platform', async () => {
  const { request } = await shopWith('maintenance-mode');
  const answers = await Promise.all(Array.from({ length: 12 }, (_, id) => request(`/v2/seller?try=${id}`)));
  const refused = answers.find(({ status }) => status === 503);
  expect(await refused?.json()).toMatchObject({ caused_by: 'maintenance_mode' });
});

test('edits-while-paging: the shop lives on between two pages, and stands still before the first', async () => {
  const { simulator, request } = await shopWith('edits-while-paging');
  const before = simulator.truth().orders?.length ?? 0;
  await request('/v2/orders?limit=1&offset=0');
  expect(simulator.truth().orders).toHaveLength(before);
  for (let offset = 1; offset < 12; offset += 1) await request(`/v2/orders?limit=1&offset=${offset}`);
  expect(simulator.truth().orders?.length).toBeGreaterThan(before);
});

test('same-second-cluster: what happens ends in a second in which everything changes', async () => {
  const { simulator, all } = await shopWith('same-second-cluster');
  simulator.advance(3);
  const items = await all<ItemJson>('/v2/order-items');
  expect(new Set(items.map(({ updatedAt }) => updatedAt).filter(time => time !== null)).size).toBe(1);
});

test('silent-children: stock, prices and addresses move no time', async () => {
  const { simulator, all } = await shopWith('silent-children', 1200);
  const times = async (path: string) => (await all<{ updatedAt: string }>(path)).map(({ updatedAt }) => updatedAt);
  const [sets, orders] = [await times('/v2/product-sets'), await all<OrderJson>('/v2/orders')];
  for (let time = 0; time < 8; time += 1) simulator.advance(1);
  expect(await times('/v2/product-sets')).toEqual(sets);
  const moved = (await all<OrderJson>('/v2/orders')).filter(({ id, addressUpdatedAt, items }) => {
    const before = orders.find(order => order.id === id);
    return (
      before &&
      before.addressUpdatedAt !== addressUpdatedAt &&
      before.items.every(item => items.some(now => now.id === item.id && now.updatedAt === item.updatedAt))
    );
  });
  expect(moved.length).toBeGreaterThan(0);
});

test('poisoned-record: no answer holds it, until someone changes it', async () => {
  const { simulator, request } = await shopWith('poisoned-record');
  const { unservedOrders: [order = ''] = [], unservedProductSets: [set = '', other = ''] = [] } = simulator.truth();
  const statusOf = async (path: string) => (await request(path)).status;
  expect(await statusOf(`/v2/orders?limit=10&offset=0&orderIds[]=${order}`)).toBe(500);
  expect(await statusOf('/v2/product-sets?limit=100&offset=0')).toBe(500);
  expect(await statusOf(`/v2/product-set/${other}/products`)).toBe(404);
  for (const [collection, id] of [
    ['orders', order],
    ['productSets', set],
    ['productSets', other],
  ] as const)
    simulator.tamper(collection, id, body => body);
  expect(await statusOf(`/v2/orders?limit=10&offset=0&orderIds[]=${order}`)).toBe(200);
  expect(await statusOf('/v2/product-sets?limit=100&offset=0')).toBe(200);
  expect(await statusOf(`/v2/product-set/${other}/products`)).toBe(200);
});
