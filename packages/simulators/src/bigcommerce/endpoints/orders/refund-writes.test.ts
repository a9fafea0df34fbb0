import { describe, expect, test } from 'vitest';
import { type Json, type OrderJson, openShop } from '../../testing.js';

type Shop = ReturnType<typeof openShop>;

interface Quote extends Json {
  readonly total_refund_amount: number;
  readonly refund_methods: readonly (readonly { provider_id: string; amount: number; offline: boolean }[])[];
}

const paymentsOf = ({ refund_methods: [first = []] }: Quote) =>
  first.map(({ provider_id, amount, offline }) => ({ provider_id, amount, offline }));

const find = async ({ allV2 }: Shop, fits: (order: OrderJson) => boolean): Promise<OrderJson> => {
  const order = (await allV2<OrderJson>('/v2/orders?limit=250')).find(fits);
  if (!order) throw new Error('the shop has no such order');
  return order;
};

const isPaid = (order: OrderJson) =>
  order.payment_status === 'captured' && Number(order.total_inc_tax) > 20 && order.status_id === 10;

describe('a refund', () => {
  test('of units is quoted, made, and seen in every place', async () => {
    const shop = openShop({ orders: 80 });
    const order = await find(shop, isPaid);
    const [line] = await shop.read<(Json & { id: number })[]>(`/v2/orders/${order.id}/products`);
    const actions = `/v3/orders/${order.id}/payment_actions`;
    const items = [{ item_type: 'PRODUCT', item_id: line?.id, quantity: 1, reason: 'Chipped' }];
    const quote = await shop.send<{ data: Quote }>('POST', `${actions}/refund_quotes`, { items });
    expect(quote).toMatchObject({ status: 201, body: { data: { order_id: order.id, order_level_refund_amount: 0 } } });
    const made = await shop.send<{ data: Json }>('POST', `${actions}/refunds`, {
      items,
      payments: paymentsOf(quote.body.data),
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        data: { order_id: order.id, total_amount: quote.body.data.total_refund_amount, items: [{ reason: 'Chipped' }] },
      },
    });
    const whole = made.body.data.total_amount === Number(order.total_inc_tax);
    expect(await shop.read(`/v2/orders/${order.id}`)).toMatchObject({
      status_id: whole ? 4 : 14,
      payment_status: whole ? 'refunded' : 'partially refunded',
    });
    expect((await shop.read<Json[]>(`/v2/orders/${order.id}/products`))[0]).toMatchObject({ quantity_refunded: 1 });
    expect(await shop.read(`/v3/orders/payment_actions/refunds?created:min=2026-06-30T23:59:00Z`)).toMatchObject({
      data: [made.body.data],
    });
    expect(shop.simulator.truth().refunds).toContain(String(made.body.data.id));
    const { data } = await shop.read<{ data: Json[] }>(`/v3/orders/${order.id}/transactions`);
    expect(data.filter(({ event }) => event === 'refund')).toMatchObject([{ amount: made.body.data.total_amount }]);
    const all = { ...items[0], quantity: Number(line?.quantity) };
    expect((await shop.send('POST', `${actions}/refund_quotes`, { items: [all] })).status).toBe(422);
  });

  test('of an amount goes back as store credit, which the customer then has', async () => {
    const shop = openShop({ orders: 80 });
    const order = await find(shop, row => isPaid(row) && row.customer_id > 0);
    const credit = async () =>
      (
        await shop.read<{ data: { store_credit_amounts: { amount: number }[] }[] }>(
          `/v3/customers?id:in=${order.customer_id}&include=storecredit`,
        )
      ).data[0]?.store_credit_amounts[0]?.amount ?? 0;
    const before = await credit();
    const body = {
      items: [{ item_type: 'ORDER', item_id: order.id, amount: 5 }],
      payments: [{ provider_id: 'storecredit', amount: 5, offline: false }],
    };
    const refund = `/v3/orders/${order.id}/payment_actions/refunds`;
    expect((await shop.send('POST', refund, body)).status).toBe(201);
    expect(await credit()).toBe(before + 5);
  });

  test('that cannot be is refused', async () => {
    const shop = openShop({ orders: 120 });
    const guest = await find(shop, row => isPaid(row) && row.customer_id === 0);
    const refund = (body: Json, id = guest.id) => shop.send('POST', `/v3/orders/${id}/payment_actions/refunds`, body);
    const amount = (value: number) => ({ items: [{ item_type: 'ORDER', item_id: guest.id, amount: value }] });
    const way = (provider_id: string, value: number) => ({ payments: [{ provider_id, amount: value, offline: true }] });
    expect(await refund({ ...amount(5), ...way('storecredit', 5) })).toMatchObject({
      status: 422,
      body: { data: [{ status: 422, title: 'Unable to provide store credit for a guest customer.' }] },
    });
    expect((await refund({ ...amount(5), ...way('custom', 4) })).status).toBe(422);
    expect((await refund({ ...amount(5), ...way('nobody', 5) })).status).toBe(422);
    expect((await refund(amount(5))).status).toBe(422);
    expect((await refund({ ...amount(99_999), ...way('custom', 99_999) })).status).toBe(422);
    expect((await refund({ items: [{ item_type: 'FEE', item_id: 1, amount: 1 }], ...way('custom', 1) })).status).toBe(
      422,
    );
    const unpaid = await find(shop, row => row.payment_status === 'declined' || row.payment_status === 'refunded');
    const wanted = { items: [{ item_type: 'ORDER', item_id: unpaid.id, amount: 1 }], ...way('custom', 1) };
    expect((await refund(wanted, unpaid.id)).status).toBe(422);
    expect((await refund(wanted, 1)).status).toBe(404);
  });

  test('may carry the merchant’s own sums', async () => {
    const shop = openShop({ orders: 80 });
    const order = await find(shop, isPaid);
    const { body } = await shop.send('POST', `/v3/orders/${order.id}/payment_actions/refunds`, {
      items: [{ item_type: 'ORDER', item_id: order.id, amount: 5 }],
      payments: [{ provider_id: 'custom', amount: 4.5, offline: true }],
      merchant_calculated_override: { total_amount: 4.5, total_tax: 0.41 },
    });
    expect(body).toMatchObject({ data: { total_amount: 4.5, total_tax: 0.41, uses_merchant_override_values: true } });
  });
});

describe('an authorization', () => {
  test.each([
    ['capture', 'captured', 'capture'],
    ['void', 'void', 'void'],
  ])('%s is asked for and done a little later', async (action, status, event) => {
    const shop = openShop({ orders: 20 });
    const authorized = async () =>
      (await shop.allV2<OrderJson>('/v2/orders?limit=250')).find(row => row.payment_status === 'authorized');
    // What has just been ordered is not captured yet.
    for (let events = 0; events < 100 && !(await authorized()); events++) shop.simulator.advance(1);
    const { id } = await find(shop, ({ payment_status }) => payment_status === 'authorized');
    const path = `/v3/orders/${id}/payment_actions/${action}`;
    expect(await shop.send('POST', path)).toEqual({ status: 201, body: {} });
    expect(await shop.read(`/v2/orders/${id}`)).toMatchObject({ payment_status: `${action} pending` });
    expect(await shop.read(`/v2/orders/${id}`)).toMatchObject({ payment_status: status });
    const { data } = await shop.read<{ data: Json[] }>(`/v3/orders/${id}/transactions`);
    expect(data.map(row => row.event)).toContain(event);
    expect((await shop.send('POST', path)).status).toBe(422);
    expect((await shop.send('POST', `/v3/orders/1/payment_actions/${action}`)).status).toBe(404);
  });
});
