import { describe, expect, test } from 'vitest';
import { idsOf, type Json, type OrderJson, openShop } from './testing.js';

type Shop = ReturnType<typeof openShop>;

/** Everything that a reader sees, in one value. */
const everything = async ({ allV2, allV3 }: Shop) => ({
  orders: await allV2<OrderJson>('/v2/orders?limit=250&include=consignments.line_items&consignment_structure=object'),
  refunds: await allV3<Json & { id: number }>('/v3/orders/payment_actions/refunds?limit=250'),
  customers: await allV3<Json & { id: number; date_modified: string }>('/v3/customers?limit=250'),
  products: await allV3<Json & { id: number; date_modified: string }>(
    '/v3/catalog/products?include=variants&limit=250',
  ),
});

describe('the seed', () => {
  test('equal seeds make equal shops, other seeds others', async () => {
    const first = await everything(openShop({ seed: 9, orders: 150 }));
    expect(await everything(openShop({ seed: 9, orders: 150 }))).toEqual(first);
    expect((await everything(openShop({ seed: 10, orders: 150 }))).orders).not.toEqual(first.orders);
  });

  test('an order is the same in shops of any size, but for its dates', async () => {
    const dates = /^(date_|created|consignments$)/;
    const undated = (order: Json) => Object.fromEntries(Object.entries(order).filter(([name]) => !dates.test(name)));
    const small = (await everything(openShop({ seed: 9, orders: 100 }))).orders.map(undated);
    const large = (await everything(openShop({ seed: 9, orders: 400 }))).orders.slice(0, 100).map(undated);
    expect(large).toEqual(small);
  });
});

test.each([1, 2, 3])('a small shop of seed %i has a disputed order too', async seed => {
  const { simulator, allV2 } = openShop({ seed, orders: 40 });
  const disputed = idsOf(await allV2<OrderJson>('/v2/orders?status_id=13'));
  expect(disputed.length).toBeGreaterThan(0);
  expect(disputed).toEqual(simulator.truth().disputedOrders);
});

describe('the shop lives on', () => {
  test('the same happens however the calls are cut', async () => {
    const once = openShop({ seed: 4, orders: 300 });
    once.simulator.advance(60);
    const twice = openShop({ seed: 4, orders: 300 });
    twice.simulator.advance(25);
    twice.simulator.advance(35);
    expect(await everything(twice)).toEqual(await everything(once));
    expect(twice.simulator.truth()).toEqual(once.simulator.truth());
  });

  test('what changed is found by its modification time, and nothing else changed', async () => {
    const shop = openShop({ seed: 4, orders: 300 });
    const before = await everything(shop);
    const since = '2026-06-30T23:59:00Z';
    shop.simulator.advance(150);
    const after = await everything(shop);

    const changed = <T extends { id: unknown }>(rows: readonly T[], old: readonly T[]) => {
      const known = new Map(old.map(row => [row.id, JSON.stringify(row)]));
      return rows.filter(row => known.get(row.id) !== JSON.stringify(row)).map(({ id }) => String(id));
    };
    const touched = await shop.allV2<OrderJson>(`/v2/orders?limit=250&min_date_modified=${since}`);
    expect(changed(after.orders, before.orders)).toEqual(idsOf(touched));
    expect(after.orders.length).toBeGreaterThan(before.orders.length + 20);
    expect(touched.some(({ id }) => before.orders.some(order => order.id === id))).toBe(true);

    expect(changed(after.products, before.products)).toEqual(
      idsOf(await shop.allV3(`/v3/catalog/products?date_modified:min=${since}`)),
    );
    expect(changed(after.customers, before.customers)).toEqual(
      idsOf(await shop.allV3(`/v3/customers?date_modified:min=${since}`)),
    );
    const refunds = await shop.allV3<Json>(`/v3/orders/payment_actions/refunds?created:min=${since}`);
    expect(changed(after.refunds, before.refunds)).toEqual(idsOf(refunds));
    expect(refunds.length).toBeGreaterThan(3);
  });

  test('the clock moves with it, and so does time that passes outside', async () => {
    let elapsed = 0;
    const { simulator, read } = openShop({ orders: 50, elapsedMs: () => elapsed });
    const time = async () => (await read<{ time: number }>('/v2/time')).time;
    const end = Date.UTC(2026, 5, 30, 23, 59) / 1000;
    expect(await time()).toBe(end);
    elapsed = 7_000;
    expect(await time()).toBe(end + 7);
    simulator.advance(1);
    expect(await time()).toBeGreaterThan(end + 7 + 100);
  });

  test('orders get paid, shipped, refunded, canceled and archived', async () => {
    const shop = openShop({ seed: 6, orders: 300 });
    const before = await shop.allV2<OrderJson>('/v2/orders?limit=250');
    shop.simulator.advance(400);
    const after = await shop.allV2<OrderJson>('/v2/orders?limit=250');
    const moves = new Set<string>();
    for (const old of before) {
      const now = after.find(({ id }) => id === old.id);
      if (now && now.status_id !== old.status_id) moves.add(`${old.status_id}>${now.status_id}`);
      if (now?.is_deleted === true && old.is_deleted === false) moves.add('archived');
    }
    expect([...moves]).toEqual(expect.arrayContaining(['11>2', '11>5', '10>14', 'archived']));
    expect(idsOf(after)).toEqual(shop.simulator.truth().orders);
  });
});

describe('tampering', () => {
  test('changes one record wherever it is served', async () => {
    const { simulator, read, allV2 } = openShop({ orders: 60 });
    const [, order] = await allV2<OrderJson>('/v2/orders');
    simulator.tamper('orders', String(order?.id), body => ({ ...(body as Json), total_inc_tax: 'N/A' }));
    simulator.tamper('products', '80', () => 'not even an object');
    simulator.tamper('orderProducts', String(Number(order?.id) * 128), body => ({ ...(body as Json), name: null }));

    const rows = await allV2<OrderJson>('/v2/orders');
    expect(rows.filter(({ total_inc_tax }) => total_inc_tax === 'N/A').map(({ id }) => id)).toEqual([order?.id]);
    expect(await read(`/v2/orders/${order?.id}`)).toMatchObject({ total_inc_tax: 'N/A' });
    expect((await read<{ data: unknown[] }>('/v3/catalog/products?limit=5')).data[3]).toBe('not even an object');
    expect(await read(`/v3/catalog/products/80`)).toEqual({ data: 'not even an object', meta: {} });
    expect((await read<Json[]>(`/v2/orders/${order?.id}/products`))[0]).toMatchObject({ name: null });
    const included = await read(`/v2/orders/${order?.id}?include=consignments.line_items`);
    expect(JSON.stringify(included)).toContain('"name":null');
  });
});
