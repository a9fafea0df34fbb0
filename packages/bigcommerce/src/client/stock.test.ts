import { expect, test } from 'vitest';
import { failureOf, fieldOf, openClient } from '../testing/client.js';
import { collect } from './pages.js';

test('stock is said and adjusted, and read where it lies', async () => {
  const { client } = openClient();
  const products = await collect(client.products.iterate({ include: ['variants'] }));
  const tracked = products.find(({ inventory_tracking }) => inventory_tracking === 'variant');
  const sku = tracked?.variants?.[0]?.sku ?? '';
  const level = async () =>
    (await client.inventory.ofLocation.list(1, { 'sku:in': [sku] })).items[0]?.total_inventory_onhand;
  const { transaction_id } = await client.inventory.adjustments.absolute({
    reason: 'counted',
    items: [{ location_id: 1, sku, quantity: 4321 }],
  });
  expect(transaction_id).toEqual(expect.any(String));
  for (let asked = 0; asked < 5 && (await level()) !== 4321; asked += 1);
  expect(await level()).toBe(4321);
  await client.inventory.adjustments.relative({ items: [{ location_id: 1, sku, quantity: -21 }] });
  for (let asked = 0; asked < 5 && (await level()) !== 4300; asked += 1);
  expect(await level()).toBe(4300);
});

test('an adjustment names what it counts by one name, and not below nothing', async () => {
  const { client, asked } = openClient();
  const absolute = (item: object) => failureOf(client.inventory.adjustments.absolute({ items: [item as never] }));
  expect(fieldOf(await absolute({ location_id: 1, quantity: 1 }))).toContain('items[0]');
  expect(fieldOf(await absolute({ location_id: 1, sku: 'A', quantity: -1 }))).toContain('items[0]');
  expect(asked).toEqual([]);
});

const store = {
  code: 'NSN',
  label: 'Nelson',
  address: {
    address1: '3 Rimu Road',
    city: 'Nelson',
    state: 'Nelson',
    zip: '7010',
    email: 'nelson@example.com',
    country_code: 'NZ',
    geo_coordinates: { latitude: -41.27, longitude: 173.28 },
  },
};

test('a location opens, changes and is given up', async () => {
  const { client } = openClient();
  await client.locations.create(store);
  const find = async () => (await client.locations.list({ 'location_code:in': ['NSN'] })).items[0];
  for (let asked = 0; asked < 5 && !(await find()); asked += 1);
  const id = (await find())?.id ?? 0;
  expect(await client.locations.get(id)).toMatchObject({ label: 'Nelson', address: { city: 'Nelson' } });
  await client.locations.update(id, { label: 'Nelson North' });
  for (let asked = 0; asked < 5 && (await find())?.label !== 'Nelson North'; asked += 1);
  expect((await find())?.label).toBe('Nelson North');
  await client.locations.delete(id);
  for (let asked = 0; asked < 5 && (await find()); asked += 1);
  expect(await find()).toBeUndefined();
});

test('ways to fetch an order are made, changed and deleted', async () => {
  const { client } = openClient();
  const [method] = (
    await client.locations.pickupMethods.createMany([{ location_id: 1, display_name: 'At the counter' }])
  ).done;
  const id = method?.item.id ?? 0;
  expect(await client.locations.pickupMethods.update(id, { display_name: 'At the desk' })).toMatchObject({
    display_name: 'At the desk',
  });
  expect((await client.locations.pickupMethods.list({ 'id:in': [id] })).items).toHaveLength(1);
  await client.locations.pickupMethods.delete(id);
  expect((await client.locations.pickupMethods.list()).items.map(one => one.id)).not.toContain(id);
});

const color = { namespace: 'paint', key: 'color', value: 'kowhai', permission_set: 'read' } as const;

test('metafields stand below records of many kinds', async () => {
  const { client } = openClient();
  const [product] = (await client.products.list({ limit: 1 })).items;
  const [order] = (await client.orders.list({ limit: 1 })).items;
  const [brand] = (await client.brands.list({ limit: 1 })).items;
  for (const [metafields, id] of [
    [client.products.metafields, product?.id ?? 0],
    [client.orders.metafields, order?.id ?? 0],
    [client.brands.metafields, brand?.id ?? 0],
    [client.locations.metafields, 1],
    [client.channels.metafields, 1],
  ] as const) {
    const made = await metafields.create(id, color);
    expect(await metafields.update(id, made.id, { value: 'pohutukawa' })).toMatchObject({ value: 'pohutukawa' });
    expect(await metafields.get(id, made.id)).toMatchObject({ namespace: 'paint', key: 'color' });
    expect((await metafields.list(id, { namespace: 'paint' })).items).toHaveLength(1);
    await metafields.delete(id, made.id);
    expect((await metafields.list(id, { namespace: 'paint' })).items).toEqual([]);
  }
});

test('metafields of many records are written together, each row by itself', async () => {
  const { client } = openClient();
  const { items } = await client.products.list({ limit: 2 });
  const rows = items.map(({ id }) => ({ ...color, resource_id: id }));
  const { done, failed } = await client.products.allMetafields.createMany([...rows, { ...color, resource_id: 99_999 }]);
  expect(done.map(({ index }) => index)).toEqual([0, 1]);
  expect(failed.map(({ index }) => index)).toEqual([2]);
  const changed = await client.products.allMetafields.updateMany(
    done.map(({ item }) => ({ id: item.id, value: 'rata' })),
  );
  expect(changed.done.map(({ item }) => item.value)).toEqual(['rata', 'rata']);
  expect(await collect(client.products.allMetafields.iterate({ key: 'color' }))).toHaveLength(2);
  await client.products.allMetafields.deleteMany(done.map(({ item }) => item.id));
  expect((await client.products.allMetafields.list({ key: 'color' })).items).toEqual([]);
});

test('an order that is fetched has pickups, which are made ready and fetched', async () => {
  const { client } = openClient({ orders: 200 });
  const orders = await collect(client.orders.iterate({ include: ['consignments'], consignment_structure: 'object' }));
  const methods = (await client.locations.pickupMethods.list()).items;
  const order = orders.find(
    ({ consignments }) => consignments && 'pickups' in consignments && consignments.pickups?.length,
  );
  const [line] = (await client.orders.products.list(order?.id ?? 0)).items;
  const pickup = await client.orders.pickups.create({
    pickup_method_id: methods[0]?.id ?? 0,
    order_id: order?.id ?? 0,
    ready_at: '2026-07-01T10:00:00Z',
    pickup_items: [{ order_product_id: line?.id ?? 0, quantity: 1 }],
  });
  expect(pickup.order_id).toBe(order?.id);
  const { done } = await client.orders.pickups.updateMany([{ id: pickup.id, collected_at: '2026-07-01T12:00:00Z' }]);
  expect(done).toMatchObject([{ index: 0, item: { id: pickup.id } }]);
  expect((await client.orders.pickups.list({ 'order_id:in': [order?.id ?? 0] })).items).toMatchObject([
    { id: pickup.id },
  ]);
});
