import { beforeEach, describe, expect, test } from 'vitest';
import { openShop } from '../testing/shop.js';

type Shop = ReturnType<typeof openShop>;
let client: Shop['client'];
let shop: Shop;
/** Items of one package that is ready to ship. */
let items: (number | string)[];

beforeEach(async () => {
  shop = openShop({ orders: 1500 });
  client = shop.client;
  for await (const order of client.orders.iterate({ section: 'status_pending', shipmentType: 'dropshipping' })) {
    if (!order.items?.every(({ status }) => status === 'pending')) continue;
    items = order.items.map(({ id }) => id);
    break;
  }
  await client.orders.setToReadyToShip({
    orderItems: items.map(id => ({ id })),
    trackingNumber: 'PARCEL-1',
    shippingProvider: 'Swift Couriers',
  });
});

describe('a package', () => {
  test('takes a document of the seller’s, and lets it go', async () => {
    const [parcel] = await client.orderItems.packages.list(items);
    const file = { name: 'invoice.pdf', data: new Uint8Array([0x25, 0x50, 0x44, 0x46]), type: 'application/pdf' };
    const uploaded = await client.documents.upload(parcel?.id ?? 0, { documentType: 'invoice', file });
    expect(uploaded.id).toBeTruthy();
    const form = await (shop.requests.at(-1) as Request).formData();
    expect([form.get('documentType'), (form.get('documentFile') as File).name]).toEqual(['invoice', 'invoice.pdf']);
    await client.documents.delete(parcel?.id ?? 0);
  });

  test('has one invoice number for all of its items', async () => {
    await client.invoices.setNumber({ orderItemId: items[0] ?? 0, invoiceNumber: 'I-77' });
    for (const id of items) expect((await client.orderItems.get(id))?.invoiceNumber).toBe('I-77');
  });

  test('has one access key for all of its items', async () => {
    const orderItems = [{ orderItemId: items[0] ?? 0, accessKey: 'KEY-1' }];
    await client.invoices.setAccessKeys({ orderItems });
    for (const id of items) expect((await client.orderItems.get(id))?.invoiceAccesskey).toBe('KEY-1');
  });

  test('is fetched when it is asked for, and what cannot be is told beside it', async () => {
    const { items: shipped } = await client.orderItems.list({ status: ['delivered'], limit: 1 });
    const asked = [...items, shipped[0]?.id ?? 0];
    const answer = await client.pickupRequests.create(asked);
    expect(answer.orderItemIds).toEqual(items);
    expect(answer.errors?.join()).toContain(String(shipped[0]?.id));
    expect((await client.orderItems.get(items[0] ?? 0))?.isPickupRequestSent).toBe(true);
  });
});

describe('items', () => {
  test('that came back have a return each', async () => {
    const { items: back } = await client.orderItems.list({ status: ['return_shipped_by_customer'], limit: 5 });
    const ids = back.map(({ id }) => id);
    const returns = await client.orderItems.returns.list(ids);
    expect(returns.map(row => row.orderItemId)).toEqual(ids);
    expect(await client.orderItems.returns.get(ids[0] ?? 0)).toEqual(returns[0]);
  });

  test('are asked for a hundred at a time', async () => {
    const { items: some } = await client.orderItems.list({ limit: 100 });
    const ids = Array.from({ length: 130 }, (_, index) => some[index % 100]?.id ?? 0);
    shop.requests.length = 0;
    await client.orderItems.packages.list(ids);
    expect(shop.calls()).toEqual(['GET /v2/order-items/packages', 'GET /v2/order-items/packages']);
  });
});
