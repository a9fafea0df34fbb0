import { InputError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { fieldErrorsOf } from '../errors.js';
import { failureOf, fieldOf, openClient } from '../testing/client.js';
import { collect } from './pages.js';

const address = {
  first_name: 'Ada',
  last_name: 'Lind',
  street_1: '3 Rimu Road',
  city: 'Nelson',
  state: 'Nelson',
  zip: '7010',
  country_iso2: 'NZ',
  email: 'ada@example.com',
};
const custom = { name: 'Engraving', quantity: 2, price_ex_tax: 10, price_inc_tax: 12.5 };

test('an order is placed, changed, listed with its lines, and archived', async () => {
  const { client } = openClient();
  const order = await client.orders.create({ billing_address: address, products: [custom], status_id: 11 });
  expect(order).toMatchObject({ status_id: 11, billing_address: { city: 'Nelson', country: 'New Zealand' } });
  expect(await client.orders.update(order.id, { staff_notes: 'call first' })).toMatchObject({
    id: order.id,
    staff_notes: 'call first',
  });
  const [line] = await collect(client.orders.products.iterate(order.id));
  expect(line).toMatchObject({ name: 'Engraving', quantity: 2, product_id: 0 });
  const found = await collect(client.orders.iterate({ email: 'ada@example.com' }));
  expect(found.map(({ id }) => id)).toContain(order.id);
  await client.orders.delete(order.id);
  expect((await client.orders.get(order.id)).is_deleted).toBe(true);
});

test('an order without lines, or with what only the platform sets, is not sent', async () => {
  const { client, asked } = openClient();
  const withoutLines = await failureOf(client.orders.create({ billing_address: address }));
  expect(withoutLines).toBeInstanceOf(InputError);
  expect(fieldOf(withoutLines)).toBe('products');
  // @ts-expect-error: the types have no such field either.
  const readOnly = await failureOf(client.orders.update(100, { payment_status: 'paid' }));
  expect(readOnly.message).toContain('"payment_status" is read-only');
  expect(asked).toEqual([]);
});

test('a filter that the platform does not know, or would read otherwise, is not sent', async () => {
  const { client, asked } = openClient();
  // @ts-expect-error: it is called min_date_modified.
  expect(fieldOf(await failureOf(client.orders.list({ date_modified: '2026-01-01' })))).toBe('date_modified');
  expect(fieldOf(await failureOf(client.orders.list({ min_date_modified: '2026-01-01' })))).toBe('min_date_modified');
  expect(fieldOf(await failureOf(client.orders.list({ limit: 500 })))).toBe('limit');
  expect(fieldOf(await failureOf(client.products.list({ 'id:in': [] })))).toBe('id:in');
  expect(asked).toEqual([]);
});

test('a date may be a Date', async () => {
  const { client, last } = openClient();
  await client.orders.list({ min_date_created: new Date('2026-01-31T10:00:00Z'), limit: 1 });
  expect(last()?.query).toBe('?min_date_created=2026-01-31T10:00:00.000Z&limit=1');
});

test('parcels are sent, changed and taken back, and the order tells', async () => {
  const { client } = openClient();
  const [order] = await collect(client.orders.iterate({ status_id: 11 }));
  const id = order?.id ?? 0;
  const [line] = await collect(client.orders.products.iterate(id));
  const shipment = await client.orders.shipments.create(id, {
    order_address_id: line?.order_address_id ?? 0,
    tracking_number: 'TR-1',
    shipping_provider: 'fedex',
    items: [{ order_product_id: line?.id ?? 0, quantity: 1 }],
  });
  expect(shipment).toMatchObject({ order_id: id, tracking_number: 'TR-1' });
  expect([2, 3]).toContain((await client.orders.get(id)).status_id);
  expect(await client.orders.shipments.update(id, shipment.id, { tracking_number: 'TR-2' })).toMatchObject({
    tracking_number: 'TR-2',
  });
  expect(await client.orders.shipments.count(id)).toBe(1);
  await client.orders.shipments.delete(id, shipment.id);
  expect((await client.orders.shipments.list(id)).items).toEqual([]);
});

test('a refund is quoted, given by a payment of the quote, and stands among all refunds', async () => {
  const { client } = openClient();
  const [order] = await collect(client.orders.iterate({ status_id: 10 }));
  const id = order?.id ?? 0;
  const [line] = await collect(client.orders.products.iterate(id));
  const items = [{ item_type: 'PRODUCT', item_id: line?.id ?? 0, quantity: 1 }] as const;
  const quote = await client.orders.refunds.quote(id, { items: [...items] });
  expect(quote.order_id).toBe(id);
  const [[payment] = []] = quote.refund_methods ?? [];
  const payments = [{ provider_id: payment?.provider_id ?? '', amount: Number(payment?.amount) }];
  const refund = await client.orders.refunds.create(id, { items: [...items], payments });
  expect(refund.order_id).toBe(id);
  expect((await client.orders.refunds.list({ 'order_id:in': [id] })).items.map(one => one.id)).toContain(refund.id);
  expect(await client.orders.refunds.get(refund.id)).toMatchObject({ id: refund.id });
});

test('money that was authorized is taken, once', async () => {
  const { client, simulator } = openClient();
  const authorized = async () =>
    (await collect(client.orders.iterate())).find(({ payment_status }) => payment_status === 'authorized');
  for (let events = 0; events < 100 && !(await authorized()); events += 1) simulator.advance(1);
  const id = (await authorized())?.id ?? 0;
  await client.orders.capture(id);
  expect((await client.orders.get(id)).payment_status).toBe('capture pending');
  expect((await client.orders.get(id)).payment_status).toBe('captured');
  const { items } = await client.orders.transactions.list(id);
  expect(items.map(({ event }) => event)).toContain('capture');
  const refusal = await failureOf(client.orders.void(id));
  expect(refusal).toMatchObject({ name: 'RequestError', context: { status: 422 }, body: { status: 422 } });
});

test('what the platform finds wrong is told field by field', async () => {
  const { client } = openClient();
  const nowhere = { ...address, country_iso2: 'XX' };
  const refusal = await failureOf(client.orders.create({ billing_address: nowhere, products: [custom] }));
  expect(fieldErrorsOf(refusal)).toEqual([{ field: 'country', message: expect.any(String) }]);
});

test('statuses, messages, addresses, fees and consignments stand under the order', async () => {
  const { client } = openClient();
  expect((await client.orderStatuses.list()).items).toHaveLength(15);
  const [order] = await collect(client.orders.iterate({ status_id: 2 }));
  const id = order?.id ?? 0;
  expect(await collect(client.orders.messages.iterate(id))).toEqual(expect.any(Array));
  const [place] = await collect(client.orders.shippingAddresses.iterate(id));
  expect(await client.orders.shippingAddresses.get(id, place?.id ?? 0)).toEqual(place);
  expect((await client.orders.fees.list(id)).items).toEqual(expect.any(Array));
  expect((await client.orders.consignments.get(id)).shipping).toEqual(expect.any(Array));
});
