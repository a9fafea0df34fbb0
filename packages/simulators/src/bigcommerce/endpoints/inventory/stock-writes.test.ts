import { describe, expect, test } from 'vitest';
import { type Json, openShop } from '../../testing.js';

type Shop = ReturnType<typeof openShop>;

interface Product extends Json {
  readonly id: number;
  readonly variants: readonly { readonly id: number; readonly sku: string }[];
}

const tracked = async ({ read }: Shop, by: string): Promise<Product> => {
  const { data } = await read<{ data: Product[] }>('/v3/catalog/products?include=variants&limit=250');
  return data.find(({ inventory_tracking }) => inventory_tracking === by) as Product;
};

const unitsAt = async ({ read }: Shop, variant: unknown, location: number) => {
  const { data } = await read<{ data: { locations: { location_id: number; available_to_sell: number }[] }[] }>(
    `/v3/inventory/items?variant_id:in=${variant}`,
  );
  return data[0]?.locations.find(row => row.location_id === location)?.available_to_sell;
};

const absolute = '/v3/inventory/adjustments/absolute';
const relative = '/v3/inventory/adjustments/relative';

describe('adjustments', () => {
  test('set and move the units at a location, by variant, by SKU and by product', async () => {
    const shop = openShop({ orders: 5 });
    const many = await tracked(shop, 'variant');
    const [variant] = many.variants;
    const set = await shop.send<Json>('PUT', absolute, {
      items: [{ location_id: 1, variant_id: variant?.id, quantity: 9 }],
    });
    expect(set).toMatchObject({ status: 200, body: { transaction_id: expect.any(String) } });
    await shop.send('POST', relative, { reason: 'sold', items: [{ location_id: 1, sku: variant?.sku, quantity: -2 }] });
    expect(await unitsAt(shop, variant?.id, 1)).toBe(7);
    const one = await tracked(shop, 'product');
    await shop.send('PUT', absolute, { items: [{ location_id: 2, product_id: one.id, quantity: 3 }] });
    expect(await unitsAt(shop, one.variants[0]?.id, 2)).toBe(3);
    const since = '/v3/catalog/products?date_modified:min=2026-06-30T23:59:00Z&sort=id';
    const { data } = await shop.read<{ data: Product[] }>(since);
    expect(data.map(({ id }) => id).sort()).toEqual([many.id, one.id].sort());
  });

  test('of the wrong kind, of nothing, and of too much are refused as a whole', async () => {
    const shop = openShop({ orders: 5 });
    const one = await tracked(shop, 'product');
    const variant = one.variants[0]?.id;
    const before = await unitsAt(shop, variant, 1);
    const good = { location_id: 1, product_id: one.id, quantity: 1 };
    for (const bad of [
      { location_id: 1, variant_id: variant, quantity: 4 },
      { location_id: 77, product_id: one.id, quantity: 4 },
      { location_id: 1, sku: 'NOT-THERE', quantity: 4 },
      { location_id: 1, quantity: 4 },
      { location_id: 1, product_id: one.id, quantity: -4 },
    ]) {
      const { status, body } = await shop.send<Json>('PUT', absolute, { items: [good, bad] });
      expect([status, body.title]).toEqual([422, expect.any(String)]);
    }
    expect(await unitsAt(shop, variant, 1)).toBe(before);
    const { body } = await shop.send<{ data: { id: number } }>('POST', '/v3/catalog/products', {
      name: 'New',
      type: 'physical',
      weight: 1,
      price: 1,
      inventory_tracking: 'product',
    });
    const moved = { items: [{ location_id: 1, product_id: body.data.id, quantity: 1 }] };
    expect(await shop.send('POST', relative, moved)).toMatchObject({
      status: 422,
      body: { title: `Items with identity: [product_id ${body.data.id}] requires absolute adjustment before relative` },
    });
    await shop.send('PUT', absolute, moved);
    expect((await shop.send('POST', relative, moved)).status).toBe(200);
    const crowd = { items: Array.from({ length: 2001 }, () => good) };
    expect((await shop.send('PUT', absolute, crowd)).status).toBe(413);
  });

  test('what is kept back is not for sale', async () => {
    const shop = openShop({ orders: 5 });
    const many = await tracked(shop, 'variant');
    const variant = many.variants[0]?.id;
    await shop.send('PUT', absolute, { items: [{ location_id: 1, variant_id: variant, quantity: 9 }] });
    const settings = (more: Json) => ({ settings: [{ identity: { variant_id: variant }, ...more }] });
    await shop.send('PUT', '/v3/inventory/locations/1/items', settings({ safety_stock: 4, warning_level: 2 }));
    expect(await shop.read(`/v3/inventory/locations/1/items?variant_id:in=${variant}`)).toMatchObject({
      data: [{ available_to_sell: 5, total_inventory_onhand: 9, settings: { safety_stock: 4, warning_level: 2 } }],
    });
    expect((await shop.send('PUT', '/v3/inventory/locations/1/items', settings({}))).status).toBe(422);
  });
});

test('locations are opened, changed and closed; the default one and one with orders stay', async () => {
  const shop = openShop({ orders: 200 });
  const path = '/v3/inventory/locations';
  const perth = {
    code: 'PER',
    label: 'Perth',
    address: { address1: '1 Hay Street', city: 'Perth', country_code: 'AU' },
  };
  expect(await shop.send('POST', path, [perth])).toMatchObject({
    status: 200,
    body: { transaction_id: expect.any(String) },
  });
  const find = async () => (await shop.read<{ data: Json[] }>(`${path}?location_code:in=PER`)).data;
  const [made] = await find();
  expect(made).toMatchObject({ label: 'Perth', enabled: true, address: { city: 'Perth' } });
  expect((await shop.send('POST', path, [{ ...perth, code: 'ADL' }, perth])).status).toBe(422);
  expect((await shop.read<{ data: Json[] }>(`${path}?location_code:in=ADL`)).data).toEqual([]);
  await shop.send('PUT', path, [{ id: made?.id, enabled: false, address: { phone: '08' } }]);
  expect(await find()).toMatchObject([{ enabled: false, address: { city: 'Perth', phone: '08' } }]);
  expect(shop.simulator.truth().locations).toContain(String(made?.id));
  expect((await shop.send('DELETE', path)).status).toBe(422);
  expect((await shop.send('DELETE', `${path}?location_id:in=1`)).status).toBe(422);
  expect((await shop.send('DELETE', `${path}?location_id:in=${made?.id}`)).status).toBe(200);
  expect(await find()).toEqual([]);
});

test('pickups wait for their customer, and are collected', async () => {
  const shop = openShop({ orders: 5 });
  const methods = '/v3/pickup/methods';
  const made = await shop.send<{ data: Json[] }>('POST', methods, [{ location_id: 1, display_name: 'Warehouse door' }]);
  const method = made.body.data[0]?.id;
  expect((await shop.send('POST', methods, [{ location_id: 99, display_name: 'Nowhere' }])).status).toBe(409);
  const [order] = await shop.allV2<Json>('/v2/orders');
  const [line] = await shop.read<Json[]>(`/v2/orders/${order?.id}/products`);
  const pickup = {
    pickup_method_id: method,
    order_id: order?.id,
    ready_at: '2026-07-01T09:00:00Z',
    pickup_items: [{ order_product_id: line?.id, quantity: 1 }],
  };
  const { body } = await shop.send<{ data: Json[] }>('POST', '/v3/orders/pickups', [pickup]);
  const id = body.data[0]?.id;
  const read = () => shop.read(`/v3/orders/pickups?order_id:in=${order?.id}`);
  expect(await read()).toMatchObject({ data: [{ id, pickup_items: [{ status: 'AWAITING_COLLECTION' }] }] });
  await shop.send('PUT', '/v3/orders/pickups', [{ id, pickup_id: id, collected_at: '2026-07-01T12:00:00Z' }]);
  expect(await read()).toMatchObject({ data: [{ pickup_items: [{ status: 'COLLECTED' }] }] });
  expect((await shop.send('POST', '/v3/orders/pickups', [{ ...pickup, order_id: 1 }])).status).toBe(422);
  expect((await shop.send('DELETE', `/v3/orders/pickups?id:in=${id}`)).status).toBe(204);
  expect(await read()).toMatchObject({ data: [] });
});
