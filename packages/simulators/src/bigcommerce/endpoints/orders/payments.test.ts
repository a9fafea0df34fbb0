import { describe, expect, test } from 'vitest';
import { idsOf, type Json, type OrderJson, openShop } from '../../testing.js';

const { read, request, allV2, allV3, simulator } = openShop({ seed: 8, orders: 1000 });
const refunds = await allV3<Json & { id: number; order_id: number; created: string }>(
  '/v3/orders/payment_actions/refunds?limit=250',
);
const orders = await allV2<OrderJson>('/v2/orders?limit=250');

describe('refunds of the whole store', () => {
  const found = async (query: string) => idsOf(await allV3<Json>(`/v3/orders/payment_actions/refunds?${query}`));
  const pick = (fits: (refund: (typeof refunds)[number]) => boolean) => idsOf(refunds.filter(fits));

  test('come once each, by id and so by time', () => {
    expect(idsOf(refunds)).toEqual(simulator.truth().refunds);
    const created = refunds.map(refund => refund.created);
    expect(created).toEqual([...created].sort());
  });

  test('are bounded by time, inclusively', async () => {
    const bound = refunds[60]?.created ?? '';
    expect(bound).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
    const encoded = encodeURIComponent(bound);
    expect(await found(`created:min=${encoded}`)).toEqual(pick(refund => refund.created >= bound));
    expect(await found(`created:max=${encoded}`)).toEqual(pick(refund => refund.created <= bound));
    expect((await request('/v3/orders/payment_actions/refunds?created:min=yesterday')).status).toBe(422);
  });

  test('are picked by their own and by their orders’ ids', async () => {
    const [first, , third] = refunds;
    expect(await found(`id:in=${first?.id},${third?.id}`)).toEqual([String(first?.id), String(third?.id)]);
    expect(await found(`order_id:in=${third?.order_id}`)).toEqual(pick(refund => refund.order_id === third?.order_id));
    expect(await read(`/v3/orders/payment_actions/refunds/${third?.id}`)).toEqual({ data: third, meta: {} });
  });

  test('are there again below their order, and nowhere else', async () => {
    const { data, meta } = await read<{ data: Json[]; meta: Json }>(
      `/v3/orders/${refunds[5]?.order_id}/payment_actions/refunds`,
    );
    expect(data).toEqual(refunds.filter(refund => refund.order_id === refunds[5]?.order_id));
    expect(meta).toEqual({});
    const without = orders.find(({ id }) => !refunds.some(refund => refund.order_id === id))?.id;
    expect(await read(`/v3/orders/${without}/payment_actions/refunds`)).toEqual({ data: [], meta: {} });
  });
});

describe('transactions', () => {
  test('an order without any is 204, an unknown one 404', async () => {
    const cheque = orders.find(
      order =>
        order.payment_method === 'Cheque' &&
        order.gift_certificate_amount === '0.0000' &&
        order.store_credit_amount === '0.0000',
    )?.id;
    expect((await request(`/v3/orders/${cheque}/transactions`)).status).toBe(204);
    expect((await request('/v3/orders/7/transactions')).status).toBe(404);
  });

  test('order ids are text, amounts numbers, and a capture names its authorization', async () => {
    const id = orders.find(({ payment_method, status_id }) => payment_method === 'Afterpay' && status_id === 10)?.id;
    const { data } = await read<{ data: Json[] }>(`/v3/orders/${id}/transactions`);
    const authorization = data.find(({ event }) => event === 'authorization');
    const capture = data.find(({ event }) => event === 'capture');
    expect(capture).toMatchObject({
      order_id: String(id),
      amount: authorization?.amount,
      reference_transaction_id: authorization?.id,
    });
    expect(typeof capture?.amount).toBe('number');
  });

  test('there are failed attempts, settlements, voids, pending ones, credit and gift certificates', async () => {
    const rows: Json[] = [];
    for (const { id } of orders) {
      const { data } = await read<{ data?: Json[] }>(`/v3/orders/${id}/transactions`);
      rows.push(...(data ?? []));
    }
    expect(idsOf(rows)).toEqual(simulator.truth().transactions);
    expect(new Set(rows.map(({ event }) => event))).toEqual(
      new Set(['purchase', 'authorization', 'capture', 'refund', 'void', 'pending', 'settled']),
    );
    expect(rows.some(({ status }) => status === 'error')).toBe(true);
    expect(rows.some(({ test: trial }) => trial === true)).toBe(true);
    for (const method of [
      'credit_card',
      'electronic_wallet',
      'store_credit',
      'gift_certificate',
      'offline',
      'custom',
    ]) {
      expect(rows.some(row => row.method === method)).toBe(true);
    }
    expect(rows.some(({ reference_transaction_id }) => JSON.stringify(reference_transaction_id) === '{}')).toBe(true);
  });
});
