import { expect, test } from 'vitest';
import { idsOf, type Json, type OrderJson, openShop } from '../testing.js';

const shopWith = (profile: string, more: object = {}) =>
  openShop({ orders: 120, products: 120, profiles: [profile], ...more });

interface V3Json {
  readonly data: readonly Json[];
  readonly meta: { readonly pagination?: { readonly total: number; readonly total_pages: number } };
}

const refunds = '/v3/orders/payment_actions/refunds';
const none = '?id:in=999999999';

test('last-page-repeated: beyond the end of either kind of list is its last page', async () => {
  const { read } = shopWith('last-page-repeated');
  const page = (number: number) => read<OrderJson[]>(`/v2/orders?limit=50&page=${number}`);
  expect(idsOf(await page(9))).toEqual(idsOf(await page(3)));
  const products = (number: number) => read<V3Json>(`/v3/catalog/products?limit=50&page=${number}`);
  expect((await products(7)).data).toEqual((await products(3)).data);
  expect(await read('/v2/orders?min_id=999999999&page=3')).toEqual([]);
});

test('empty-list-200 and empty-list-204: nothing is told the other way round', async () => {
  const two = await shopWith('empty-list-200').request('/v2/orders?min_id=999999999');
  expect([two.status, await two.json()]).toEqual([200, []]);
  const three = await shopWith('empty-list-204').request(`${refunds}${none}`);
  expect([three.status, await three.text()]).toEqual([204, '']);
});

test('no-transactions-404: an order without transactions has no such list', async () => {
  const statuses = async (shop: ReturnType<typeof shopWith>) => {
    const found = new Set<number>();
    for (const id of shop.simulator.truth().orders ?? [])
      found.add((await shop.request(`/v3/orders/${id}/transactions`)).status);
    return [...found].sort();
  };
  expect(await statuses(shopWith('no-transactions-404'))).toEqual([200, 404]);
  expect(await statuses(openShop({ orders: 120 }))).toEqual([200, 204]);
});

test('wrong-counts: neither counts nor totals are the number of rows', async () => {
  const { read } = shopWith('wrong-counts');
  expect((await read<{ count: number }>('/v2/orders/count')).count).not.toBe(120);
  const { data, meta } = await read<V3Json>('/v3/catalog/products?limit=250');
  expect(meta.pagination?.total).not.toBe(data.length);
});

test('no-pagination: only cursors tell where a list goes on', async () => {
  const { read } = shopWith('no-pagination');
  expect((await read<V3Json>('/v3/catalog/products?limit=5')).meta).toEqual({});
  expect(Object.keys((await read<V3Json>('/v3/customers?limit=5')).meta)).toEqual(['cursor_pagination']);
});

test('capped-page-size: more than fifty rows are never served', async () => {
  const { read } = shopWith('capped-page-size');
  expect(await read<Json[]>('/v2/orders?limit=250')).toHaveLength(50);
  expect((await read<V3Json>('/v3/catalog/products?limit=250')).data).toHaveLength(50);
  expect(await read<Json[]>('/v2/orders?limit=20')).toHaveLength(20);
});

test('loose-scalars: the same values, written otherwise', async () => {
  const [loose, plain] = [shopWith('loose-scalars'), openShop({ orders: 120 })];
  const [other, same] = [await loose.allV2<OrderJson>('/v2/orders'), await plain.allV2<OrderJson>('/v2/orders')];
  expect(other).not.toEqual(same);
  expect(other.map(({ total_inc_tax }) => Number(total_inc_tax))).toEqual(
    same.map(({ total_inc_tax }) => Number(total_inc_tax)),
  );
});

test('edits-while-paging: between two pages records come, go and change; one page alone stands still', async () => {
  const { simulator, read } = shopWith('edits-while-paging', { products: 500 });
  const before = simulator.truth();
  await read('/v2/orders?limit=250');
  expect(simulator.truth()).toEqual(before);
  for (let id = 1; id < 12; id++) await read(`/v2/orders?min_id=${id}&limit=1`);
  const after = simulator.truth();
  for (const collection of ['products', 'customers'] as const)
    expect(before[collection]?.filter(id => !after[collection]?.includes(id)).length).toBeGreaterThan(0);
  expect(after.orders?.length).toBeGreaterThan(before.orders?.length ?? 0);
  const since = '2026-06-30T23:59:00Z';
  const changed = idsOf(await read<OrderJson[]>(`/v2/orders?min_date_modified=${since}&limit=250`));
  expect(changed.some(id => before.orders?.includes(id))).toBe(true);
});

test('same-second-cluster: what happens ends in a second in which everything changes', async () => {
  const { simulator, allV2 } = shopWith('same-second-cluster');
  simulator.advance(3);
  const orders = await allV2<OrderJson>('/v2/orders');
  expect(new Set(orders.map(({ date_modified }) => date_modified)).size).toBe(1);
});

test('silent-children: refunds and stock move no modified time', async () => {
  const shop = shopWith('silent-children');
  const old = await shop.allV2<OrderJson>('/v2/orders');
  const stockBefore = await shop.allV3('/v3/inventory/items?limit=1000');
  shop.simulator.advance(200);
  const since = '2026-06-30T23:59:00Z';
  const made = (await shop.read<V3Json>(`${refunds}?created:min=${since}&limit=250`)).data.map(
    refund => refund.order_id,
  );
  const touched = idsOf(await shop.allV2<OrderJson>(`/v2/orders?min_date_modified=${since}`));
  const known = idsOf(old);
  expect(made.some(id => known.includes(String(id)) && !touched.includes(String(id)))).toBe(true);
  expect(await shop.allV3('/v3/inventory/items?limit=1000')).not.toEqual(stockBefore);
});

test('poisoned-record: no answer holds it, until someone changes it', async () => {
  const { simulator, request } = shopWith('poisoned-record');
  const { orders = [], products = [], customers = [] } = simulator.truth();
  const middle = (ids: readonly string[]) => String(ids[Math.floor(ids.length * 0.4)]);
  const cases = [
    ['orders', middle(orders), `/v2/orders?min_id=${middle(orders)}&max_id=${middle(orders)}`, 500],
    ['products', middle(products), `/v3/catalog/products?id:in=${middle(products)}`, 404],
    ['customers', middle(customers), `/v3/customers?id:in=${middle(customers)}`, 500],
  ] as const;
  for (const [collection, id, path, status] of cases) {
    expect((await request(path)).status).toBe(status);
    simulator.tamper(collection, id, body => body);
    expect((await request(path)).status).toBe(200);
  }
});

test('shared-quota: what is left falls faster than one application asks', async () => {
  const { request } = shopWith('shared-quota');
  const left = async () => Number((await request('/v2/time')).headers.get('x-rate-limit-requests-left'));
  expect((await left()) - (await left())).toBe(3);
});
