import { beforeEach, describe, expect, test } from 'vitest';
import { createIconicSimulator } from '../simulator.js';
import { connect, type ItemJson, type OrderJson, type TestClient } from '../testing.js';

interface UnitJson extends ItemJson {
  readonly shipment: { readonly type: string; readonly trackingCode: string };
}

let client: TestClient;
beforeEach(async () => {
  client = await connect(createIconicSimulator({ orders: 2500 }));
});

const unitsIn = async (status: string, type = 'dropshipping') => {
  const query = `limit=100&offset=0&status[]=${status}&shipmentType=${type}`;
  return (await client.read<{ items: UnitJson[] }>(`/v2/order-items?${query}`)).items;
};
const unit = async (status: string, type?: string) => (await unitsIn(status, type))[0] as UnitJson;
const set = (to: string, orderItemIds: readonly unknown[], more: object = {}) =>
  client.send('POST', `/v2/orders/statuses/set-to-${to}`, { orderItemIds, ...more });
const itemNow = async (item: UnitJson): Promise<UnitJson> => {
  const [now] = await client.all<UnitJson>(`/v2/order-items?orderItemIds[]=${item.id}`);
  return now as UnitJson;
};
const statusNow = async (item: UnitJson) => (await itemNow(item)).status;

describe('a transition', () => {
  test.each([
    ['shipped', 'ready_to_ship', 'shipped', {}],
    ['delivered', 'shipped', 'delivered', {}],
    ['delivery-failed', 'shipped', 'failed', { reason: 'Address not found' }],
    ['returned', 'delivered', 'returned', {}],
    ['return-received', 'return_shipped_by_customer', 'return_waiting_for_approval', {}],
    ['return-approved', 'return_waiting_for_approval', 'returned', {}],
    ['return-rejected', 'return_waiting_for_approval', 'return_rejected', { reason: 'Worn or washed' }],
  ])('set-to-%s takes a unit from %s to %s', async (to, from, status, more) => {
    const item = await unit(from);
    expect(await set(to, [item.id], more)).toEqual({ status: 200, body: { orderItemIds: [item.id] } });
    expect(await statusNow(item)).toBe(status);
  });

  test('shows in the order’s counts, its history and its time', async () => {
    const item = await unit('ready_to_ship');
    const before = await client.read<OrderJson>(`/v2/orders/${item.orderId}`);
    await set('shipped', [item.id]);
    const after = await client.read<OrderJson>(`/v2/orders/${item.orderId}`);
    expect(after.statusList.shipped).toBe((before.statusList.shipped ?? 0) + 1);
    const history = await client.read<{ status: string; editor: string }[]>(
      `/v2/order/${item.orderId}/history?orderItemIds[]=${item.id}`,
    );
    expect(history.at(-1)).toMatchObject({ status: 'shipped', editor: 'seller' });
    const since = encodeURIComponent('2026-06-30T23:59:00Z');
    const changed = await client.all<OrderJson>(`/v2/orders?updateDateStart=${since}`);
    expect(changed.map(({ id }) => id)).toEqual([item.orderId]);
  });

  test('that is repeated is refused, because the unit is not there any more', async () => {
    const item = await unit('ready_to_ship');
    await set('shipped', [item.id]);
    expect(await set('shipped', [item.id])).toMatchObject({
      status: 422,
      body: { title: 'Order items not updated', detail: expect.stringContaining('E028') },
    });
  });

  test('from a blocked status changes no unit at all', async () => {
    const [shipped, pending] = [await unit('shipped'), await unit('pending')];
    expect((await set('delivered', [shipped.id, pending.id])).status).toBe(422);
    expect(await statusNow(shipped)).toBe('shipped');
  });

  test('needs ids that are known, and at least one', async () => {
    expect((await set('shipped', [])).body).toMatchObject({ detail: 'E030: Empty request' });
    expect((await set('shipped', [7])).body).toMatchObject({ detail: 'E023: Invalid Order Item IDs: 7' });
    const untyped = await set('shipped', ['1']);
    expect(untyped).toMatchObject({ status: 400, body: { violations: [{ propertyPath: 'orderItemIds' }] } });
  });

  test('that only administrators may ask for is forbidden', async () => {
    expect(await client.send('POST', '/v2/orders/statuses/admin-change-status', {})).toEqual({
      status: 403,
      body: null,
    });
  });
});

describe('shipping', () => {
  test('is of one order at a time, and not for what goes through the marketplace’s dock', async () => {
    const items = await unitsIn('ready_to_ship');
    const other = items.find(({ orderId }) => orderId !== items[0]?.orderId);
    expect((await set('shipped', [items[0]?.id, other?.id])).status).toBe(422);
    const docked = await unit('pending', 'crossdocking');
    await client.send('POST', '/v2/orders/statuses/set-to-ready-to-ship', {
      orderItems: [{ id: docked.id }],
      deliveryType: 'pickup',
    });
    expect(await statusNow(docked)).toBe('ready_to_ship');
    expect((await set('shipped', [docked.id])).status).toBe(422);
  });

  test('books the sale', async () => {
    const { id, orderId } = await unit('ready_to_ship');
    const { number, payoutPending } = await client.read<OrderJson & { payoutPending: boolean }>(
      `/v2/orders/${orderId}`,
    );
    const rows = async () =>
      (await client.all<{ orderItemId: number }>(`/v2/finance/transactions?orderNumbers[]=${number}`)).filter(
        row => row.orderItemId === id,
      );
    expect(await rows()).toEqual([]);
    await set('shipped', [id]);
    expect((await rows()).length > 0).toBe(!payoutPending);
  });
});

describe('a cancellation', () => {
  test('keeps its reason and the words beside it', async () => {
    const item = await unit('pending');
    await set('cancelled', [item.id], { reason: 'Pricing Error', reasonDetail: 'One digit short' });
    expect((await itemNow(item)).failureReason).toEqual({
      type: 'canceled',
      name: 'Pricing Error',
      description: 'Pricing Error',
      details: 'One digit short',
    });
  });

  test('takes the whole parcel along when it is packed', async () => {
    const packed = await unitsIn('ready_to_ship');
    const mates = (item: UnitJson) =>
      packed.filter(({ shipment }) => shipment.trackingCode === item.shipment.trackingCode);
    const item = packed.find(candidate => mates(candidate).length > 1) as UnitJson;
    const { body } = await set('cancelled', [item.id], { reason: 'Out of Stock' });
    expect((body as { orderItemIds: number[] }).orderItemIds).toEqual(mates(item).map(({ id }) => id));
    for (const mate of mates(item)) expect(await statusNow(mate)).toBe('canceled');
  });

  test.each([
    ['a reason of another transition', 'Too small'],
    ['a reason that nobody knows', 'Mood'],
    ['no reason', ''],
  ])('is refused for %s', async (_, reason) => {
    const refused = await set('cancelled', [(await unit('pending')).id], reason === '' ? {} : { reason });
    expect(refused).toMatchObject({ status: 400, body: { violations: [{ propertyPath: 'reason' }] } });
  });
});

describe('a return', () => {
  test('is refused unit by unit', async () => {
    const [waiting, delivered] = [await unit('return_waiting_for_approval'), await unit('delivered')];
    expect(await set('return-approved', [waiting.id, delivered.id])).toEqual({
      status: 422,
      body: { errors: [{ orderItemId: delivered.id, detail: expect.stringContaining('E450') }] },
    });
    expect(await statusNow(waiting)).toBe('return_waiting_for_approval');
  });

  test('can only be of what was delivered', async () => {
    expect((await set('returned', [(await unit('shipped')).id])).body).toMatchObject({
      detail: 'E073: All items must be delivered',
    });
  });

  test('without a word has a reason of returns', async () => {
    for (const item of (await unitsIn('delivered')).slice(0, 30)) {
      await set('returned', [item.id]);
      expect((await itemNow(item)).failureReason.type).toBe('returned');
    }
  });
});
