import { beforeAll, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type OrderJson, type TestClient } from '../testing.js';

const simulator = createIconicSimulator({ orders: 150 });
let client: TestClient;

beforeAll(async () => {
  client = await connect(simulator);
});

test('the seller is the same alone, by id and in the list', async () => {
  const seller = await client.read<{ id: number; name: string }>('/v2/seller');
  expect(await client.read(`/v2/sellers/${seller.id}`)).toEqual(seller);
  expect(await client.read('/v2/sellers')).toEqual({
    items: [seller],
    pagination: { limit: 100, offset: 0, hasNext: false },
  });
  expect((await client.request('/v2/sellers/1')).status).toBe(404);
});

test('settings are a flat map of mixed values', async () => {
  const settings = await client.read<Record<string, unknown>>('/v2/seller-settings');
  expect(settings['core:shop/url']).toBe(settings['shop/url']);
});

test('enabled countries are items without a page', async () => {
  expect(await client.read('/v2/countries/enabled')).toEqual({ items: ['AU', 'NZ'] });
});

test('every payment method and reason that an order names is listed', async () => {
  const orders = await client.all<OrderJson & { paymentMethod: string }>('/v2/orders');
  const methods = await client.read<{ name: string }[]>('/v2/payment-methods');
  const reasons = await client.read<{ name: string; type: string }[]>('/v2/orders-failure-reasons');
  const known = new Set(methods.map(method => method.name));
  for (const order of orders) {
    expect(known).toContain(order.paymentMethod);
    for (const { failureReason } of order.items) {
      if (failureReason.name !== null)
        expect(reasons).toContainEqual(expect.objectContaining(failureReasonOf(failureReason)));
    }
  }
});

const failureReasonOf = ({ type, name }: { type: string | null; name: string | null }) => ({ type, name });

test('warehouses, providers and webhook entities are there to look up', async () => {
  expect(await client.read<unknown[]>('/v2/warehouses')).toHaveLength(3);
  expect(await client.read('/v2/warehouses/71')).toMatchObject({ name: 'Sydney DC', default: true });
  expect(await client.read<unknown[]>('/v2/orders-shipment-providers?status=1')).toHaveLength(2);
  expect(await client.read('/v2/webhook-entities')).toHaveProperty('items');
  const counters = await client.read<{ shippedCount: number }>('/v2/orders-counters');
  const items = (await client.all<OrderJson>('/v2/orders')).flatMap(order => order.items);
  expect(counters.shippedCount).toBe(items.filter(item => item.status === 'shipped').length);
});

test('a wrong method is 405 and an unknown path 404, both without a body', async () => {
  const wrong = await client.request('/v2/seller', { method: 'POST' });
  const webhook = await client.request('/v2/webhook');
  const unknown = await client.request('/v2/customers');
  expect([wrong.status, webhook.status, unknown.status]).toEqual([405, 405, 404]);
  expect(await unknown.text()).toBe('');
});
