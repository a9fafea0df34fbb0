import { InputError, RequestError } from '@cartograph/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Order } from '../records/order.js';
import type { OrderItem } from '../records/order-item.js';
import { openShop, taken } from '../testing/shop.js';
import { fieldErrorsOf } from './field-errors.js';

type Shop = ReturnType<typeof openShop>;

/** Enough orders that each status is among them. */
let shop: Shop;
let client: Shop['client'];
beforeEach(() => {
  shop = openShop({ orders: 1500 });
  client = shop.client;
});

const itemIn = async (status: 'ready_to_ship' | 'shipped' | 'delivered' | 'pending'): Promise<OrderItem> => {
  const { items } = await client.orderItems.list({ status: [status], shipmentType: 'dropshipping', limit: 1 });
  return items[0] as OrderItem;
};
const statusOf = async (id: OrderItem['id']) => (await client.orderItems.get(id))?.status;

/** Two items or more, all pending, of one order. */
async function pendingOrder(): Promise<Order> {
  for await (const order of client.orders.iterate({ section: 'status_pending', shipmentType: 'dropshipping' }))
    if ((order.items?.length ?? 0) > 1 && order.items?.every(({ status }) => status === 'pending')) return order;
  throw new Error('no order is pending');
}
const idsOf = (order: Order) => (order.items ?? []).map(({ id }) => id);

describe('reading orders', () => {
  test('a filter that the platform does not know is refused before anything is sent', async () => {
    // @ts-expect-error: no such section
    await expect(client.orders.list({ section: 'status_open' })).rejects.toThrow(InputError);
    // @ts-expect-error: no such filter
    await expect(client.orders.list({ orderNumber: '1' })).rejects.toThrow('"orderNumber" is not known here');
    await expect(client.orders.list({ dateStart: 'yesterday' })).rejects.toThrow('"dateStart"');
    await expect(client.orders.list({ limit: 500 })).rejects.toThrow('"limit" must be at most 100');
    expect(shop.requests).toEqual([]);
  });

  test('all orders of a filter are iterated, each once', async () => {
    const rows = await taken(client.orders.iterate({ dateStart: new Date('2026-06-01T00:00:00Z') }));
    const ids = rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rows.every(({ createdAt }) => Date.parse(createdAt ?? '') >= Date.parse('2026-06-01T00:00:00Z'))).toBe(true);
  });

  test('an order is found by its number, and one that is not there is null', async () => {
    const { items } = await client.orders.list({ limit: 3 });
    const numbers = items.map(({ number }) => number ?? '');
    expect((await client.orders.byNumber(numbers[1] ?? ''))?.id).toBe(items[1]?.id);
    expect(await client.orders.byNumber('0')).toBeNull();
    const found = await client.orders.byNumbers([...numbers, '0']);
    expect(found.map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
  });

  test('its history, its finances and the counters are read when they are asked for', async () => {
    const { orderId } = await itemIn('delivered');
    shop.requests.length = 0;
    const history = await client.orders.history.list(orderId ?? 0);
    expect(history.map(({ status }) => status)).toContain('delivered');
    expect((await client.orders.finance.get(orderId ?? 0)).orderId).toBe(orderId);
    expect((await client.orders.counters()).pending?.pending).toBeGreaterThan(0);
    expect(shop.calls()).toEqual([
      `GET /v2/order/${orderId}/history`,
      `GET /v2/order/${orderId}/finance`,
      'GET /v2/orders-counters',
    ]);
  });

  test('an order that is not there is a RequestError with its status', async () => {
    await expect(client.orders.get(7)).rejects.toMatchObject({ context: { status: 404 } });
  });
});

describe('sending orders', () => {
  test('pending items are packed, and stay pending', async () => {
    const order = await pendingOrder();
    const orderItems = idsOf(order).map(orderItemId => ({ orderItemId }));
    await client.orders.setToPacked({
      orderItems,
      deliveryType: 'dropship',
      shippingProvider: 'Swift Couriers',
      trackingNumber: 'PACK-1',
    });
    const packed = await client.orders.get(order.id);
    expect(packed.items?.map(({ status }) => status)).toEqual(orderItems.map(() => 'pending'));
    expect(packed.packedItemsCount).toBe(orderItems.length);
  });

  test('they become ready to ship in one package, whose tracking code can be set again', async () => {
    const order = await pendingOrder();
    const ids = idsOf(order);
    const done = await client.orders.setToReadyToShip({
      orderItems: ids.map(id => ({ id })),
      trackingNumber: 'TRACK-1',
      shippingProvider: 'Swift Couriers',
    });
    expect(done.orderItemIds).toEqual(ids);
    const [parcel, ...others] = await client.orderItems.packages.list(ids);
    expect([parcel?.orderItemIds, others]).toEqual([ids, []]);
    await client.orderItems.setTrackingCode(ids[0] ?? 0, 'TRACK-2');
    const item = await client.orderItems.setShippingProvider(ids[0] ?? 0, { shippingProvider: 'Parcel Post' });
    expect([item.shipment?.trackingCode, item.shipment?.provider?.name]).toEqual(['TRACK-2', 'Parcel Post']);
  });

  test('they are shipped with their tracking number in one go', async () => {
    const order = await pendingOrder();
    const [provider] = await client.shipmentProviders.list({ status: true });
    const input = { orderItemIds: idsOf(order), trackingNumber: 'TRACK-3', shippingProvider: provider?.name ?? '' };
    expect((await client.orders.ship(input)).orderItemIds).toEqual(idsOf(order));
    const shipped = await client.orders.get(order.id);
    expect(shipped.items?.map(({ status, shipment }) => [status, shipment?.trackingCode])).toEqual(
      idsOf(order).map(() => ['shipped', 'TRACK-3']),
    );
  });

  test('a package of a dropshipper needs its provider before anything is sent', async () => {
    const input = { orderItems: [{ orderItemId: 1 }], deliveryType: 'dropship' } as const;
    await expect(client.orders.setToPacked(input)).rejects.toThrow('"shippingProvider"');
    const serial = { orderItems: [{ id: 1, serialNumber: 'a-b' }], trackingNumber: 'T' };
    await expect(client.orders.setToReadyToShip(serial)).rejects.toThrow('"orderItems[0].serialNumber"');
    await expect(client.orders.setToShipped([])).rejects.toThrow(InputError);
    expect(shop.requests).toEqual([]);
  });
});

describe('what becomes of items', () => {
  test('shipped ones are delivered, or fail with a reason', async () => {
    const shipped = await itemIn('shipped');
    await client.orders.setToDelivered([shipped.id]);
    expect(await statusOf(shipped.id)).toBe('delivered');
    const other = await itemIn('shipped');
    await client.orders.setToFailed({ orderItemIds: [other.id], reason: 'Address not found' });
    expect(await statusOf(other.id)).toBe('failed');
  });

  test('they are canceled with the reason and the words beside it', async () => {
    const reasons = await client.failureReasons.list();
    const reason = reasons.find(({ type }) => type === 'canceled')?.name ?? '';
    const item = await itemIn('pending');
    await client.orders.cancel({ orderItemIds: [item.id], reason, reasonDetail: 'One left' });
    const { failureReason, status } = (await client.orderItems.get(item.id)) as OrderItem;
    expect([status, failureReason?.name, failureReason?.details]).toEqual(['canceled', reason, 'One left']);
  });

  test('they come back, are received, and are approved or rejected', async () => {
    const { items } = await client.orderItems.list({ status: ['return_shipped_by_customer'], limit: 2 });
    const [first, second] = items.map(({ id }) => id);
    await client.orders.setToReturnReceived([first ?? 0, second ?? 0]);
    expect(await statusOf(first ?? 0)).toBe('return_waiting_for_approval');
    await client.orders.setToReturnApproved([first ?? 0]);
    await client.orders.setToReturnRejected({ orderItemIds: [second ?? 0], reason: 'Worn or washed' });
    expect([await statusOf(first ?? 0), await statusOf(second ?? 0)]).toEqual(['returned', 'return_rejected']);
    const delivered = await itemIn('delivered');
    await client.orders.setToReturned({ orderItemIds: [delivered.id] });
    expect(await statusOf(delivered.id)).toBe('returned');
  });

  test('a way that is closed to an item is refused, with the platform’s words', async () => {
    const delivered = await itemIn('delivered');
    const error = await client.orders.setToShipped([delivered.id]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({ context: { status: 422 }, body: { status: 422 } });
    expect(fieldErrorsOf(error)).toEqual([{ field: '', message: expect.stringContaining('E028') }]);
  });

  test('each item that is refused is named where the platform names it', async () => {
    const delivered = await itemIn('delivered');
    const error = await client.orders.setToReturnApproved([delivered.id]).catch((reason: unknown) => reason);
    expect(fieldErrorsOf(error)).toEqual([
      { field: `orderItems[${delivered.id}]`, message: expect.stringContaining('E450') },
    ]);
  });

  test('an id may be text where the platform takes numbers alone', async () => {
    const shipped = await itemIn('shipped');
    await client.orders.setToDelivered([String(shipped.id)]);
    expect(await statusOf(shipped.id)).toBe('delivered');
    await expect(client.orders.setToDelivered(['A-1'])).rejects.toThrow(InputError);
  });
});
