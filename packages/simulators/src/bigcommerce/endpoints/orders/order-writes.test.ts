import { describe, expect, test } from 'vitest';
import { type Json, type OrderJson, openShop } from '../../testing.js';

const billing = {
  first_name: 'Tāne',
  last_name: 'Parata',
  street_1: '3 Rimu Road',
  city: 'Sydney',
  state: 'New South Wales',
  zip: '2000',
  country_iso2: 'AU',
  email: 'tane@example.com',
};
const tailoring = { name: 'Tailoring', quantity: 2, price_inc_tax: 11, price_ex_tax: 10 };

type Shop = ReturnType<typeof openShop>;

const place = async ({ send }: Shop, more: Json = {}) =>
  (await send<OrderJson>('POST', '/v2/orders', { billing_address: billing, products: [tailoring], ...more })).body;

const linesOf = ({ read }: Shop, id: number) => read<(Json & { id: number })[]>(`/v2/orders/${id}/products`);

describe('a new order', () => {
  test('adds up, is found by every filter, and sells what the catalog has', async () => {
    const shop = openShop({ orders: 30 });
    const order = await place(shop, {
      customer_id: 3,
      products: [tailoring, { product_id: 79, quantity: 1 }],
      shipping_cost_ex_tax: 5,
      shipping_cost_inc_tax: 5.5,
      discount_amount: 2,
      external_id: 'ERP-7',
      staff_notes: 'by telephone',
    });
    expect(order).toMatchObject({
      customer_id: 3,
      status_id: 1,
      status: 'Pending',
      items_total: 3,
      payment_method: 'Manual',
      order_source: 'external',
      staff_notes: 'by telephone',
      billing_address: { country: 'Australia', street_1: '3 Rimu Road' },
    });
    const { data } = await shop.read<{ data: { price: number } }>('/v3/catalog/products/79');
    expect(Number(order.total_inc_tax)).toBeCloseTo(22 + data.price + 5.5 - 2, 4);
    expect(Number(order.total_ex_tax) + Number(order.total_tax)).toBeCloseTo(Number(order.total_inc_tax), 4);
    const taxes = await shop.read<{ line_amount: string; class: string }[]>(
      `/v2/orders/${order.id}/taxes?details=true`,
    );
    expect(taxes.reduce((sum, row) => sum + Number(row.line_amount), 0)).toBeCloseTo(Number(order.total_tax), 4);
    expect(await shop.read(`/v2/orders?min_date_created=2026-06-30T23:59:00Z&customer_id=3`)).toMatchObject([
      { id: order.id },
    ]);
    expect(await shop.read(`/v2/orders/${order.id}/shipping_addresses`)).toMatchObject([
      { city: 'Sydney', cost_inc_tax: '5.5' },
    ]);
    expect(shop.simulator.truth().orders?.at(-1)).toBe(String(order.id));
    shop.simulator.advance(30);
    const ids = shop.simulator.truth().orders ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(await shop.read(`/v2/orders/${order.id}`)).toMatchObject({
      total_inc_tax: order.total_inc_tax,
      staff_notes: 'by telephone',
    });
  });

  test('is found by the number that another system has for it', async () => {
    const shop = openShop({ orders: 5 });
    const { id } = await place(shop, { external_order_id: 'WEB-9' });
    expect(await shop.read('/v2/orders?external_order_id=WEB-9')).toMatchObject([{ id }]);
  });

  test('keeps totals that were sent in place of its sums', async () => {
    const order = await place(openShop({ orders: 5 }), {
      subtotal_ex_tax: 90,
      subtotal_inc_tax: 99,
      total_ex_tax: 90,
      total_inc_tax: 99,
    });
    expect(order).toMatchObject({ total_inc_tax: '99', total_ex_tax: '90', total_tax: '9', subtotal_inc_tax: '99' });
  });

  test('may be collected, and then goes nowhere', async () => {
    const shop = openShop({ orders: 5 });
    const { body } = await shop.send<OrderJson>('POST', '/v2/orders', {
      billing_address: billing,
      consignments: { pickups: [{ pickup_method_id: 1, line_items: [tailoring] }] },
    });
    expect(await shop.read(`/v2/orders/${body.id}/shipping_addresses`)).toEqual([]);
    expect(await shop.read(`/v2/orders/${body.id}/consignments?include=consignments.line_items`)).toMatchObject({
      pickups: [{ line_items: [{ name: 'Tailoring' }] }],
    });
  });

  test.each([
    ['no address', { products: [tailoring] }],
    ['no products', { billing_address: billing }],
    ['a product that is not there', { billing_address: billing, products: [{ product_id: 1, quantity: 1 }] }],
    ['a custom product without its price', { billing_address: billing, products: [{ name: 'X', quantity: 1 }] }],
    ['nobody as its customer', { billing_address: billing, products: [tailoring], customer_id: 99_999 }],
    ['no such channel', { billing_address: billing, products: [tailoring], channel_id: 5 }],
    ['a status that is none', { billing_address: billing, products: [tailoring], status_id: 99 }],
    ['a read-only field', { billing_address: billing, products: [tailoring], date_modified: 'x' }],
    ['a field that nobody knows', { billing_address: billing, products: [tailoring], colour: 'blue' }],
    ['a coupon’s discount', { billing_address: billing, products: [tailoring], coupon_discount: 3 }],
  ])('with %s is refused', async (_what, body) => {
    const { send, simulator } = openShop({ orders: 5 });
    const before = simulator.truth().orders;
    expect(await send('POST', '/v2/orders', body)).toMatchObject({ status: 400, body: [{ status: 400 }] });
    expect(simulator.truth().orders).toEqual(before);
  });
});

describe('an order that is there', () => {
  test('takes new fields, a status and a place in the archive', async () => {
    const shop = openShop({ orders: 30 });
    const [first] = await shop.allV2<OrderJson>('/v2/orders');
    const path = `/v2/orders/${first?.id}`;
    const changed = {
      staff_notes: 'Rang twice',
      billing_address: { phone: '02 5550 9999' },
      customer_message: 'Hurry',
    };
    expect((await shop.send('PUT', path, changed)).body).toMatchObject({
      ...changed,
      billing_address: { ...(first?.billing_address as Json), phone: '02 5550 9999' },
      total_inc_tax: first?.total_inc_tax,
      date_modified: 'Tue, 30 Jun 2026 23:59:00 +0000',
    });
    await shop.send('PUT', path, { status_id: 8 });
    expect(await shop.read('/v2/orders?status_id=8&sort=id')).toContainEqual(
      expect.objectContaining({ id: first?.id }),
    );
    expect((await shop.send('DELETE', path)).status).toBe(204);
    expect(await shop.read(path)).toMatchObject({ is_deleted: true });
    expect((await shop.send('PUT', path, { is_deleted: false })).body).toMatchObject({ is_deleted: false });
    expect((await shop.send('PUT', path, { status_id: 15 })).status).toBe(400);
    expect((await shop.send('PUT', '/v2/orders/1', { status_id: 8 })).status).toBe(404);
  });

  test('gets lines, other quantities, and loses lines; its sums follow', async () => {
    const shop = openShop({ orders: 5 });
    const { id } = await place(shop);
    const [line] = await linesOf(shop, id);
    const put = (products: readonly Json[]) => shop.send('PUT', `/v2/orders/${id}`, { products });
    expect((await put([{ id: line?.id, quantity: 5 }])).body).toMatchObject({ items_total: 5, total_inc_tax: '55' });
    expect((await put([{ name: 'Lining', quantity: 1, price_inc_tax: 22, price_ex_tax: 20 }])).body).toMatchObject({
      total_inc_tax: '77',
      total_tax: '7',
    });
    expect((await put([{ id: line?.id, quantity: 0 }])).body).toMatchObject({ total_inc_tax: '22' });
    expect(await linesOf(shop, id)).toMatchObject([{ name: 'Lining', quantity: 1 }]);
    expect((await put([{ id: 1, quantity: 1 }])).status).toBe(400);
  });

  test('has its fees replaced as a whole', async () => {
    const shop = openShop({ orders: 5 });
    const fee = { type: 'custom_fee', display_name_customer: 'Rush', cost_ex_tax: 10, cost_inc_tax: 11, cost_tax: 1 };
    const { id } = await place(shop, { fees: [fee] });
    const read = () => shop.read<{ fees: Json[] }>(`/v2/orders/${id}/fees`);
    expect((await read()).fees).toMatchObject([{ display_name_customer: 'Rush', cost_inc_tax: '11' }]);
    expect(
      (await shop.send('PUT', `/v2/orders/${id}`, { fees: [{ ...fee, display_name_customer: 'Gift' }] })).body,
    ).toMatchObject({
      total_inc_tax: '33',
    });
    expect((await read()).fees).toMatchObject([{ display_name_customer: 'Gift' }]);
    expect((await shop.send('PUT', `/v2/orders/${id}`, { fees: [] })).body).toMatchObject({ total_inc_tax: '22' });
  });

  test('has its shipping address corrected', async () => {
    const shop = openShop({ orders: 5 });
    const { id } = await place(shop);
    const [address] = await shop.read<Json[]>(`/v2/orders/${id}/shipping_addresses`);
    const path = `/v2/orders/${id}/shipping_addresses/${address?.id}`;
    expect((await shop.send('PUT', path, { street_1: '5 Rimu Road' })).body).toMatchObject({
      ...address,
      street_1: '5 Rimu Road',
    });
    expect((await shop.send('PUT', path, { items_shipped: 1 })).status).toBe(400);
  });
});

test('all orders are archived by one request', async () => {
  const { send, allV2 } = openShop({ orders: 12 });
  expect((await send('DELETE', '/v2/orders')).status).toBe(204);
  expect(await allV2('/v2/orders?is_deleted=false')).toEqual([]);
});

describe('shipments', () => {
  test('move the order to partly shipped and then to shipped', async () => {
    const shop = openShop({ orders: 5 });
    const { id } = await place(shop);
    const [line] = await linesOf(shop, id);
    const [address] = await shop.read<Json[]>(`/v2/orders/${id}/shipping_addresses`);
    const path = `/v2/orders/${id}/shipments`;
    const parcel = (quantity: number, more: Json = {}) => ({
      order_address_id: address?.id,
      items: [{ order_product_id: line?.id, quantity }],
      ...more,
    });
    const first = await shop.send<Json>(
      'POST',
      path,
      parcel(1, { tracking_number: 'AP1', shipping_provider: 'auspost' }),
    );
    expect(first).toMatchObject({
      status: 201,
      body: {
        tracking_number: 'AP1',
        shipping_provider_display_name: 'Australia Post',
        generated_tracking_link: expect.stringContaining('AP1'),
        items: [{ order_product_id: line?.id, quantity: 1 }],
      },
    });
    expect(await shop.read(`/v2/orders/${id}`)).toMatchObject({ status_id: 3, items_shipped: 1 });
    expect((await shop.send('POST', path, parcel(2))).status).toBe(400);
    await shop.send('POST', path, parcel(1, { tracking_link: 'https://own.example/2' }));
    expect(await shop.read(`/v2/orders/${id}`)).toMatchObject({
      status_id: 2,
      items_shipped: 2,
      date_shipped: 'Tue, 30 Jun 2026 23:59:00 +0000',
    });
    expect((await shop.send('PUT', `${path}/${first.body.id}`, { comments: 'Left at the door' })).body).toMatchObject({
      comments: 'Left at the door',
      tracking_number: 'AP1',
    });
    expect((await shop.send('PUT', `${path}/${first.body.id}`, { items: [] })).status).toBe(400);
    expect(await shop.read(`${path}/count`)).toEqual({ count: 2 });
    expect(shop.simulator.truth().shipments).toContain(String(first.body.id));
    expect((await shop.send('DELETE', `${path}/${first.body.id}`)).status).toBe(204);
    expect(await shop.read(path)).toMatchObject([{ tracking_link: 'https://own.example/2' }]);
    expect((await shop.send('DELETE', path)).status).toBe(204);
    expect(await shop.read(path)).toEqual([]);
    expect((await linesOf(shop, id))[0]).toMatchObject({ quantity_shipped: 0 });
  });

  test('hold only what goes to their address', async () => {
    const shop = openShop({ orders: 5 });
    const { id } = await place(shop);
    const [line] = await linesOf(shop, id);
    const send = (body: Json) => shop.send('POST', `/v2/orders/${id}/shipments`, body);
    const items = [{ order_product_id: line?.id, quantity: 1 }];
    expect((await send({ order_address_id: 1, items })).status).toBe(400);
    expect((await send({ items })).status).toBe(400);
    const [address] = await shop.read<Json[]>(`/v2/orders/${id}/shipping_addresses`);
    expect((await send({ order_address_id: address?.id, items: [{ order_product_id: 1, quantity: 1 }] })).status).toBe(
      400,
    );
    expect((await send({ order_address_id: address?.id, items: [] })).status).toBe(400);
  });
});
