import { beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../simulator.js';
import { createIconicSimulator } from '../simulator.js';
import { connect, type TestClient } from '../testing.js';

interface UnitJson {
  readonly id: number;
  readonly orderId: number;
  readonly status: string;
  readonly invoiceNumber: string | null;
  readonly invoiceAccesskey: string | null;
  readonly isPickupRequestSent: boolean;
  readonly shipment: { readonly trackingCode: string; readonly provider: { readonly name: string } | null };
}

let simulator: Simulator;
let client: TestClient;
/** Two units or more that are ready to ship in one parcel, and one that is pending. */
let parcel: UnitJson[];
let pending: UnitJson;

interface PendingOrder {
  readonly items: readonly UnitJson[];
}

beforeEach(async () => {
  simulator = createIconicSimulator({ orders: 1500 });
  client = await connect(simulator);
  const orders = await client.all<PendingOrder>('/v2/orders?shipmentType=dropshipping&section=status_pending');
  const order = orders.find(({ items }) => items.length > 1 && items.every(isPending));
  pending = orders.filter(other => other !== order).flatMap(({ items }) => items.filter(isPending))[0] as UnitJson;
  await client.send('POST', '/v2/orders/statuses/set-to-ready-to-ship', {
    orderItems: order?.items.map(item => ({ id: item.id })),
    trackingNumber: 'OLD-1',
    shippingProvider: 'Parcel Post',
  });
  parcel = [...(order?.items ?? [])];
});

const isPending = ({ status }: UnitJson) => status === 'pending';
const id = () => parcel[0]?.id;
const now = () => client.all<UnitJson>(`/v2/order-items?${parcel.map(unit => `orderItemIds[]=${unit.id}`).join('&')}`);
const post = (path: string, body: object) => client.send('POST', path, body);

describe('a parcel that is ready to ship', () => {
  test('gets another tracking code, which is that of all its units', async () => {
    const answer = await post(`/v2/order-item/${id()}/tracking-code`, { trackingCode: 'NEW-1' });
    expect(answer).toEqual({ status: 200, body: null });
    expect((await now()).map(({ shipment }) => shipment.trackingCode)).toEqual(parcel.map(() => 'NEW-1'));
    expect(simulator.truth().trackingCodes).toContain('NEW-1');
  });

  test('gets another provider, and the unit is the answer', async () => {
    const provider = 'Swift Couriers';
    const { status, body } = await post(`/v2/order-item/${id()}/shipping-provider`, { shippingProvider: provider });
    expect([status, body]).toMatchObject([200, { id: id(), shipment: { provider: { name: provider } } }]);
    expect((await now()).map(({ shipment }) => shipment.provider?.name)).toEqual(parcel.map(() => provider));
  });

  test('keeps its code when another parcel has the new one, or when it is not ready', async () => {
    const other = simulator.truth().trackingCodes?.[0];
    expect((await post(`/v2/order-item/${id()}/tracking-code`, { trackingCode: other })).status).toBe(422);
    expect((await post(`/v2/order-item/${pending.id}/tracking-code`, { trackingCode: 'NEW' })).status).toBe(422);
    expect((await post('/v2/order-item/7/tracking-code', { trackingCode: 'NEW' })).status).toBe(404);
    expect((await post(`/v2/order-item/${id()}/tracking-code`, {})).status).toBe(400);
  });

  test('is picked up once; units that cannot be are told beside those that will', async () => {
    const request = (orderItemIds: unknown) => post('/v2/order-pickup-requests', { orderItemIds });
    expect(await request([id(), pending.id])).toEqual({
      status: 201,
      body: { orderItemIds: [id()], errors: [`Order item ${pending.id} cannot be picked up`] },
    });
    expect((await now())[0]?.isPickupRequestSent).toBe(true);
    expect(await request([id()])).toMatchObject({ status: 422, body: { errors: [{ orderItemId: id() }] } });
    expect(await request('all')).toMatchObject({
      status: 400,
      body: { violations: [{ propertyPath: 'orderItemIds' }] },
    });
  });

  test('takes papers, and gives them back', async () => {
    const [box] = await client.read<{ id: number }[]>(`/v2/order-items/packages?orderItemIds[]=${id()}`);
    const path = `/v2/order/document/package/${box?.id}`;
    const form = new FormData();
    form.set('documentType', 'invoice');
    form.set('documentFile', new File(['%PDF'], 'invoice.pdf', { type: 'application/pdf' }));
    const added = await client.request(path, { method: 'POST', body: form });
    expect([added.status, await added.json()]).toEqual([200, { id: 1 }]);
    expect((await client.send('DELETE', path)).status).toBe(204);
    expect((await client.send('DELETE', path)).status).toBe(404);
    const nothing = await client.request(path, { method: 'POST', body: new FormData() });
    expect(nothing.status).toBe(400);
    const nowhere = await client.request('/v2/order/document/package/1', { method: 'POST', body: form });
    expect(nowhere.status).toBe(404);
  });
});

describe('invoices', () => {
  test('have a number for all units of the parcel', async () => {
    const sent = { orderItemId: id(), invoiceNumber: 'A-17' };
    expect(await post('/v2/orders/set-invoice-number', sent)).toEqual({ status: 200, body: sent });
    expect((await now()).map(({ invoiceNumber }) => invoiceNumber)).toEqual(parcel.map(() => 'A-17'));
    expect((await post('/v2/orders/set-invoice-number', { orderItemId: 7, invoiceNumber: 'A' })).status).toBe(400);
  });

  test('have an access key that no other has, once they are packed', async () => {
    const set = (orderItemId: unknown, accessKey: string) =>
      post('/v2/orders/set-invoice-access-key', { orderItems: [{ orderItemId, accessKey }] });
    expect(await set(id(), 'key-1')).toEqual({ status: 200, body: { orderItemIds: [id()] } });
    expect((await now()).map(({ invoiceAccesskey }) => invoiceAccesskey)).toEqual(parcel.map(() => 'key-1'));
    expect((await set(id(), 'key-1')).status).toBe(422);
    expect((await set(pending.id, 'key-2')).status).toBe(422);
  });

  test('are numbered by the order, or by counting where the settings say so', async () => {
    const generate = () => post(`/v2/orders/${pending.orderId}/generate-invoice-number`, {});
    const { number } = await client.read<{ number: string }>(`/v2/orders/${pending.orderId}`);
    expect(await generate()).toEqual({ status: 201, body: { number: `INV-${number}` } });
    const settings = { generationType: 'autoincrement_number', prefix: 'T', nextNumber: 8 };
    const changed = await post('/v2/orders/invoice-number-settings/update', settings);
    expect(changed).toEqual({ status: 201, body: { ...settings, nextFormatedValue: 'T8' } });
    expect([(await generate()).body, (await generate()).body]).toEqual([{ number: 'T8' }, { number: 'T9' }]);
    const read = await client.send('GET', '/v2/orders/invoice-number-settings');
    expect(read).toEqual({ status: 201, body: { ...settings, nextNumber: 10, nextFormatedValue: 'T10' } });
    expect((await post('/v2/orders/invoice-number-settings/update', { prefix: 'T' })).status).toBe(400);
  });

  test('and credit notes are counted apart', async () => {
    await post('/v2/sellers/credit-note-settings/update', { prefix: 'R', nextNumber: 5 });
    expect(await client.read('/v2/sellers/credit-note-settings')).toMatchObject({ nextFormatedValue: 'R5' });
    expect((await post('/v2/sellers/credit-note-settings/update', { prefix: 'R' })).status).toBe(400);
  });
});
