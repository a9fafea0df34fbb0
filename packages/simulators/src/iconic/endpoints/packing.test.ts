import { beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator.js';
import { createIconicSimulator } from '../simulator.js';
import { connect, type OrderJson, type TestClient } from '../testing.js';

interface UnitJson {
  readonly id: number;
  readonly status: string;
  readonly itemSerialNumber: string | null;
  readonly shipment: { readonly trackingCode: string; readonly provider: { readonly name: string } | null };
}

interface PendingOrder extends Omit<OrderJson, 'items'> {
  readonly items: readonly UnitJson[];
  readonly packedItemsCount: number;
}

let simulator: Simulator;
let client: TestClient;
/** An order whose units, two or more, are all pending. */
let order: PendingOrder;

const filters = 'shipmentType=dropshipping&section=status_pending';

beforeEach(async () => {
  simulator = createIconicSimulator({ orders: 1500 });
  client = await connect(simulator);
  order = (await client.all<PendingOrder>(`/v2/orders?${filters}`)).find(
    ({ items }) => items.length > 1 && items.every(({ status }) => status === 'pending'),
  ) as PendingOrder;
});

const now = () => client.read<PendingOrder>(`/v2/orders/${order.id}`);
const ids = () => order.items.map(({ id }) => id);
const ready = (body: object = {}) =>
  client.send('POST', '/v2/orders/statuses/set-to-ready-to-ship', {
    orderItems: ids().map(id => ({ id })),
    deliveryType: 'dropship',
    shippingProvider: 'Swift Couriers',
    trackingNumber: 'SWC-0001',
    ...body,
  });
const pack = (body: object = {}) =>
  client.send('POST', '/v2/orders/statuses/set-to-packed-by-marketplace', {
    orderItems: ids().map(orderItemId => ({ orderItemId })),
    deliveryType: 'dropship',
    shippingProvider: 'Swift Couriers',
    trackingNumber: 'SWC-0002',
    ...body,
  });

describe('units that are ready to ship', () => {
  test('have the tracking number and the provider that were told, and share a package', async () => {
    expect(await ready()).toEqual({ status: 200, body: { orderItemIds: ids() } });
    for (const { status, shipment } of (await now()).items) {
      expect([status, shipment.trackingCode, shipment.provider?.name]).toEqual([
        'ready_to_ship',
        'SWC-0001',
        'Swift Couriers',
      ]);
    }
    const query = ids()
      .map(id => `orderItemIds[]=${id}`)
      .join('&');
    const packages = await client.read<object[]>(`/v2/order-items/packages?${query}`);
    expect(packages).toEqual([{ id: expect.any(Number), srcId: null, orderItemIds: ids() }]);
    expect(simulator.truth().trackingCodes).toContain('SWC-0001');
  });

  test('keep their serial numbers', async () => {
    await ready({ orderItems: ids().map((id, index) => ({ id, serialNumber: `SN${index}` })) });
    expect((await now()).items.map(({ itemSerialNumber }) => itemSerialNumber)).toEqual(
      ids().map((_, index) => `SN${index}`),
    );
  });

  test('can be in two parcels, which cannot have the same number', async () => {
    const [first, second] = ids();
    await ready({ orderItems: [{ id: first }] });
    expect((await ready({ orderItems: [{ id: second }] })).body).toMatchObject({
      detail: 'E028: The tracking number SWC-0001 is already used',
    });
    await ready({ orderItems: [{ id: second }], trackingNumber: 'SWC-0003' });
    const query = `orderItemIds[]=${first}&orderItemIds[]=${second}`;
    expect(await client.read<object[]>(`/v2/order-items/packages?${query}`)).toHaveLength(2);
  });

  test('need no number when they are picked up', async () => {
    expect((await ready({ deliveryType: 'pickup', trackingNumber: undefined })).status).toBe(200);
    expect((await now()).items[0]?.shipment.trackingCode).toMatch(/^ICN/);
  });

  test.each<[string, object, string]>([
    ['without a number', { trackingNumber: undefined }, 'trackingNumber'],
    ['with a provider that nobody knows', { shippingProvider: 'Pigeon' }, 'shippingProvider'],
    ['with a provider that is not active', { shippingProvider: 'Old Freight' }, 'shippingProvider'],
    ['with the key of the other call', { orderItems: [{ orderItemId: 1 }] }, 'orderItems[0].id'],
    ['with a serial number of signs', { orderItems: [{ id: 1, serialNumber: 'no 1' }] }, 'orderItems[0].serialNumber'],
    ['without units', { orderItems: undefined }, 'orderItems'],
  ])('are refused %s', async (_, body, propertyPath) => {
    expect(await ready(body)).toMatchObject({ status: 400, body: { violations: [{ propertyPath }] } });
    expect((await now()).items.map(({ status }) => status)).toEqual(ids().map(() => 'pending'));
  });

  test('must have been pending, of one order and with a number of no other parcel', async () => {
    const other = (await client.all<OrderJson>(`/v2/orders?${filters}`)).find(({ id }) => id !== order.id);
    expect((await ready({ orderItems: [{ id: ids()[0] }, { id: other?.items[0]?.id }] })).status).toBe(422);
    const used = simulator.truth().trackingCodes?.[0];
    expect((await ready({ trackingNumber: used })).status).toBe(422);
    await ready();
    expect((await ready({ trackingNumber: 'SWC-0009' })).body).toMatchObject({
      detail: expect.stringContaining('E028'),
    });
  });

  test('are not those that the marketplace sends itself', async () => {
    const [venture] = await client.all<OrderJson>('/v2/orders?shipmentType=warehouse&section=status_pending');
    const pending = venture?.items.filter(({ status }) => status === 'pending').map(({ id }) => ({ id }));
    expect((await ready({ orderItems: pending })).body).toMatchObject({
      detail: expect.stringContaining('processable'),
    });
  });
});

describe('units that are packed by the marketplace', () => {
  test('stay pending and are counted as packed', async () => {
    expect((await pack()).status).toBe(200);
    const { items, packedItemsCount } = await now();
    expect([items.map(({ status }) => status), packedItemsCount]).toEqual([ids().map(() => 'pending'), ids().length]);
    const packed = await client.all<OrderJson>(`/v2/orders?${filters}&packed=fully_packed`);
    expect(packed.map(({ id }) => id)).toContain(order.id);
  });

  test('go on with the same number, and are shipped from there', async () => {
    await pack();
    await ready({ trackingNumber: 'SWC-0002' });
    const shipped = await client.send('POST', '/v2/orders/statuses/set-to-shipped', { orderItemIds: ids() });
    expect(shipped.status).toBe(200);
    expect((await now()).items.map(({ status }) => status)).toEqual(ids().map(() => 'shipped'));
  });

  test.each<[string, object, string]>([
    ['without a way of delivery', { deliveryType: undefined }, 'deliveryType'],
    ['without a provider', { shippingProvider: undefined }, 'shippingProvider'],
    ['with the key of the other call', { orderItems: [{ id: 1 }] }, 'orderItems[0].orderItemId'],
  ])('are refused %s', async (_, body, propertyPath) => {
    expect(await pack(body)).toMatchObject({ status: 400, body: { violations: [{ propertyPath }] } });
  });
});
