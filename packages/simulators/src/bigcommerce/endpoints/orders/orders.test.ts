import { describe, expect, test } from 'vitest';
import { idsOf, type Json, type OrderJson, openShop, units } from '../../testing.js';

const shop = openShop({ seed: 5, orders: 1200 });
const { read, request, allV2, simulator } = shop;
const all = await allV2<OrderJson>('/v2/orders?limit=250');
const time = (text: unknown) => Date.parse(String(text));

describe('paging', () => {
  test('all orders come once, by id, and the end answers 204 without a body', async () => {
    expect(idsOf(all)).toEqual(simulator.truth().orders);
    const end = await request('/v2/orders?limit=250&page=6');
    expect([end.status, await end.text()]).toEqual([204, '']);
  });

  test('pages hold fifty unless told, and never more than 250', async () => {
    expect((await read<Json[]>('/v2/orders')).length).toBe(50);
    expect((await read<Json[]>('/v2/orders?limit=9999')).length).toBe(250);
    expect(idsOf(await read<Json[]>('/v2/orders?limit=10&page=3'))).toEqual(idsOf(all.slice(20, 30)));
  });

  test('dates ascend with ids and lie in the history', () => {
    const created = all.map(order => time(order.date_created));
    expect(created).toEqual([...created].sort((left, right) => left - right));
    expect(created[0]).toBeGreaterThanOrEqual(Date.UTC(2025, 6, 1));
    for (const order of all) {
      expect(time(order.date_modified)).toBeGreaterThanOrEqual(time(order.date_created));
      expect(time(order.date_modified)).toBeLessThanOrEqual(Date.UTC(2026, 5, 30, 23, 59));
    }
  });
});

describe('filters and sorts', () => {
  const bound = '2026-02-01T00:00:00Z';
  const pick = (fits: (order: OrderJson) => boolean) => idsOf(all.filter(fits));
  const found = async (query: string) => idsOf(await allV2<OrderJson>(`/v2/orders?limit=250&${query}`));

  test('date bounds are inclusive, in ISO and in RFC 2822', async () => {
    const exact = all[600]?.date_modified ?? '';
    const expected = pick(order => time(order.date_modified) >= time(exact));
    expect(await found(`min_date_modified=${encodeURIComponent(exact)}`)).toEqual(expected);
    expect(await found(`min_date_modified=${new Date(exact).toISOString()}`)).toEqual(expected);
    expect(await found(`max_date_modified=${bound}`)).toEqual(pick(order => time(order.date_modified) <= time(bound)));
    const created = all[700]?.date_created ?? '';
    expect(
      await found(`min_date_created=${encodeURIComponent(created)}&max_date_created=${encodeURIComponent(created)}`),
    ).toEqual([String(all[700]?.id)]);
  });

  test('an offset whose plus sign was not encoded is no date', async () => {
    const response = await request('/v2/orders?min_date_modified=2026-02-01T00:00:00+00:00');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([{ status: 400 }]);
    expect(await found('min_date_modified=2026-02-01T00:00:00%2B00:00')).toEqual(
      pick(order => time(order.date_modified) >= time(bound)),
    );
  });

  test('ids, totals, status, customer and channel filter', async () => {
    expect(await found('min_id=500&max_id=520')).toEqual(pick(order => order.id >= 500 && order.id <= 520));
    expect(await found('status_id=14')).toEqual(pick(order => order.status_id === 14));
    expect(await found('customer_id=0')).toEqual(pick(order => order.customer_id === 0));
    expect(await found('channel_id=2')).toEqual(pick(order => order.channel_id === 2));
    expect(await found('min_total=100&max_total=200')).toEqual(
      pick(order => units(order.total_inc_tax) >= 100_0000 && units(order.total_inc_tax) <= 200_0000),
    );
    expect((await found('status_id=14')).length).toBeGreaterThan(0);
  });

  test('e-mail, payment method and cart filter by what only the whole order knows', async () => {
    const order = all.find(({ customer_id }) => customer_id === 0) as OrderJson & {
      billing_address: { email: string };
    };
    expect(await found(`email=${order.billing_address.email}`)).toContain(String(order.id));
    expect(await found(`cart_id=${order.cart_id}`)).toEqual([String(order.id)]);
    expect(await found('payment_method=PayPal')).toEqual(pick(({ payment_method }) => payment_method === 'PayPal'));
  });

  test('sorting by modification time puts equal times by id', async () => {
    const key = (order: OrderJson) => [time(order.date_modified), order.id] as const;
    const expected = [...all].sort((a, b) => key(a)[0] - key(b)[0] || a.id - b.id);
    expect(await found('sort=date_modified:asc')).toEqual(idsOf(expected));
    expect((await found('sort=id:desc'))[0]).toBe(String(all.at(-1)?.id));
    expect((await request('/v2/orders?sort=total:asc')).status).toBe(400);
  });

  test('a filter that the resource does not know is refused', async () => {
    const response = await request('/v2/orders?since=2026-01-01');
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual([
      { status: 400, message: "The field 'since' is not supported by this resource." },
    ]);
  });

  test('the count tells orders by status', async () => {
    const { statuses, count } = await read<{ statuses: { id: number; count: number }[]; count: number }>(
      '/v2/orders/count',
    );
    expect(count).toBe(all.length);
    for (const status of statuses) expect(status.count).toBe(all.filter(order => order.status_id === status.id).length);
  });

  test('can be counted by the filters of the list', async () => {
    const middle = Number(all[Math.floor(all.length / 2)]?.id);
    const { count } = await read<{ count: number }>(`/v2/orders/count?min_id=${middle}`);
    expect(count).toBe(all.filter(order => Number(order.id) >= middle).length);
  });
});

describe('the order itself', () => {
  test('a single order is what the list shows', async () => {
    expect(await read(`/v2/orders/${all[3]?.id}`)).toEqual(all[3]);
  });

  test('what belongs to it is linked, with the platform’s own spelling', () => {
    const resource = `/orders/${all[0]?.id}/shippingaddresses`;
    expect(all[0]?.shipping_addresses).toEqual({
      url: `https://api.bigcommerce.com/stores/z4zn3wo/v2${resource}`,
      resource,
    });
  });

  test('money is text with four decimals, but for what an API client wrote', () => {
    const written = all.filter(order => order.order_source === 'external');
    const usual = all.filter(order => order.order_source !== 'external');
    for (const order of usual) expect(order.total_inc_tax).toMatch(/^-?\d+\.\d{4}$/);
    expect(written.length).toBeGreaterThan(0);
    for (const order of written) {
      expect(order.refunded_amount).toBe('0');
      expect(order.credit_card_type).toEqual({});
      expect(order.total_inc_tax).not.toMatch(/\.\d{3,}$/);
    }
    expect(new Set(usual.map(order => order.refunded_amount))).toEqual(new Set(['0.0000']));
  });

  test('the shop has guests, several currencies, and every status', () => {
    expect(new Set(all.map(order => order.default_currency_code))).toEqual(
      new Set(['AUD', 'USD', 'NZD', 'GBP', 'JPY']),
    );
    expect(all.some(order => order.currency_code === 'EUR' && order.default_currency_code === 'AUD')).toBe(true);
    expect(all.filter(order => order.customer_id === 0).length).toBeGreaterThan(200);
    expect(new Set(all.map(order => order.status_id)).size).toBeGreaterThanOrEqual(13);
    for (const order of all.filter(({ default_currency_code }) => default_currency_code === 'JPY'))
      expect(units(order.total_inc_tax) % 10_000).toBe(0);
    expect(all.some(order => order.is_deleted === undefined)).toBe(true);
    expect(all.some(order => order.custom_status === 'Completed – enjoy!')).toBe(true);
  });
});
