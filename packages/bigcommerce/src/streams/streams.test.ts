import { AuthError, everything, isCommerceError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { bigcommerce } from '../connector.js';
import { bodyOf, header, open } from '../testing/open.js';

const isoOf = (date: unknown) => new Date(String(date)).toISOString();

test('unfinished checkouts are read only when asked for', async () => {
  const statuses = async (includeIncomplete: boolean) => {
    const records = await open({}, { ...header, includeIncomplete }).read('orders');
    return new Set(records.map(record => bodyOf(record).order.status_id));
  };
  expect((await statuses(false)).has(0)).toBe(false);
  expect((await statuses(true)).has(0)).toBe(true);
});

test('orders that change while a window is read make no other order be missed', async () => {
  const shop = open({ orders: 600 }, { ...header, includeIncomplete: true });
  const until = new Date(Date.UTC(2026, 5, 30, 23, 59)).toISOString();
  const before = new Set(shop.simulator.truth().orders);
  const read = new Set<string>();
  for await (const page of shop.session.read('orders', { ...everything, until })) {
    for (const { id } of page.records) read.add(id);
    shop.simulator.advance(200);
  }
  for (const { id } of await shop.read('orders', { since: until })) read.add(id);
  expect([...before].filter(id => !read.has(id))).toEqual([]);
});

test('a second into which more changes fall than a page holds is read whole', async () => {
  const rows = Array.from({ length: 620 }, (_, index) => ({
    id: 1 + index * 3,
    date_modified: 'Tue, 03 Feb 2026 09:00:00 +0000',
    status_id: 11,
    consignments: { shipping: [{ line_items: [] }] },
  }));
  const shop = open({ orders: 1 }, header, async request => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/count')) return Response.json({ count: rows.length });
    if (pathname.endsWith('/refunds')) return Response.json({ data: [], meta: {} });
    const from = Number(searchParams.get('min_id'));
    return Response.json(rows.filter(({ id }) => id >= from).slice(0, Number(searchParams.get('limit'))));
  });
  const read = await shop.read('orders', { since: '2026-02-03T09:00:00Z', until: '2026-02-03T09:00:00Z' });
  expect(read.map(({ id }) => Number(id))).toEqual(rows.map(({ id }) => id));
});

test('a bound with a fraction of a second keeps what changed within that second', async () => {
  const shop = open({}, { ...header, includeIncomplete: true });
  const [first] = await shop.read('orders');
  const second = isoOf(first && bodyOf(first).order.date_modified);
  const since = second.replace('.000Z', '.750Z');
  expect((await shop.read('orders', { since })).map(({ id }) => id)).toContain(first?.id);
});

test('only the header decides what is asked for beside an order', async () => {
  const shop = open({}, { payments: 'transactions' });
  const bodies = (await shop.read('orders')).map(bodyOf);
  const paid = bodies.filter(({ order }) => order.payment_status !== '').length;
  expect(shop.askedFor(/\/transactions$/)).toHaveLength(paid);
  const discounted = bodies.filter(
    ({ order }) => Number(order.discount_amount) + Number(order.coupon_discount) > 0 && Number(order.total_tax) > 0,
  );
  const rows = shop.askedFor(/\/taxes$/).length;
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(discounted.length);
  const coupons = shop.askedFor(/\/coupons$/).length;
  const onShipping = bodies.filter(body => (body.coupons ?? []).some(({ type }) => type === 3 || type === 4)).length;
  expect([coupons, onShipping > 0]).toEqual([onShipping, true]);
  expect(shop.askedFor(/payment_actions\/refunds$/).length).toBeLessThanOrEqual(3);
});

test('with payments from the header no transaction is asked for', async () => {
  const shop = open({}, header);
  await shop.read('orders');
  expect(shop.askedFor(/\/transactions$/)).toEqual([]);
});

test('shipments are asked for where the header says that something shipped, and only with that setting', async () => {
  const shop = open({}, header);
  const bodies = (await shop.read('orders')).map(bodyOf);
  const shipped = bodies.filter(({ order }) => Number(order.items_shipped) > 0);
  expect(shop.askedFor(/\/shipments$/)).toHaveLength(shipped.length);
  expect(shipped.length).toBeLessThan(bodies.length);
  for (const { shipments } of shipped) expect(shipments?.length).toBeGreaterThan(0);
  const without = open({}, { ...header, fulfillments: 'none' });
  for (const { body } of await without.read('orders')) expect(body).not.toHaveProperty('shipments');
  expect(without.askedFor(/\/shipments$/)).toEqual([]);
});

test('the lines beyond the fiftieth are fetched', async () => {
  const shop = open({ seed: 3, orders: 700 }, { ...header, includeIncomplete: true });
  const large = (await shop.read('orders')).map(bodyOf).filter(({ products }) => products);
  expect(large.length).toBeGreaterThan(0);
  for (const { products } of large) expect(products?.length).toBeGreaterThan(50);
});

test('refunds of the window bring their orders again, each once, and the first reading brings none', async () => {
  const shop = open({}, { ...header, includeIncomplete: true });
  expect(await shop.read('refunds')).toEqual([]);
  expect(shop.asked).toEqual([]);
  const since = '2026-03-01T00:00:00Z';
  const orders = await shop.read('orders');
  const due = orders.filter(record =>
    (bodyOf(record).refunds ?? []).some(({ created }) => Date.parse(String(created)) >= Date.parse(since)),
  );
  const again = await shop.read('refunds', { since });
  expect(again.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort());
  const byId = new Map(orders.map(record => [record.id, record]));
  for (const record of again) expect(record).toEqual(byId.get(record.id));
});

test.each([
  '/v3/inventory',
  '/v3/channels',
  '/v3/catalog/brands',
  '/v2/customer_groups',
  '/v2/payments',
  '/v3/tax',
  '/v3/orders',
])('a token without the scope for %s still reads the shop', async path => {
  const shop = open({ orders: 60, withoutScope: [path] });
  const context = bigcommerce.shop.parse(await shop.session.check());
  const records = [...(await shop.read('orders')), ...(await shop.read('products'))];
  for (const record of records) bigcommerce.normalize(record, context);
  expect(shop.askedFor(/inventory\/items$/).length).toBeLessThanOrEqual(1);
});

test('a token that may not read orders is told the scope it needs', async () => {
  const shop = open({ withoutScope: ['/v2/orders'] });
  await expect(shop.read('orders')).rejects.toThrow(/store_v2_orders_read_only/);
  await expect(shop.read('orders')).rejects.toBeInstanceOf(AuthError);
});

test('all addresses come of a customer who has more than ten', async () => {
  const records = await open({ orders: 2000 }).read('customers');
  const rich = records.filter(({ body }) => 'addresses' in (body as object));
  expect(rich.length).toBeGreaterThan(0);
  for (const { body } of rich) {
    const { customer, addresses } = body as { customer: { address_count: number }; addresses: unknown[] };
    expect(addresses).toHaveLength(customer.address_count);
  }
});

test.each([null, '2026-03-01T00:00:00Z'])('the first page says how many orders have changed since %s', async since => {
  const shop = open({}, header);
  for await (const { total } of shop.session.read('orders', { ...everything, since })) {
    expect(total).toBe((await shop.read('orders', { since })).length);
    return;
  }
});

test('the smallest plan is read without one refusal for its rate', async () => {
  const shop = open({ plan: 'standard', orders: 700 });
  await shop.session.check();
  await shop.read('orders');
  expect(shop.simulator.counts.requests).toBeGreaterThan(450);
  expect(shop.simulator.counts.limited).toBe(0);
});

test('one order alone, as its endpoint sends it, is a record too', () => {
  const [record] =
    bigcommerce.streams.orders?.records({ id: 7, date_modified: 'Tue, 20 Nov 2012 00:00:00 +0000' }) ?? [];
  expect(record).toMatchObject({ stream: 'orders', id: '7', modifiedAt: '2012-11-20T00:00:00Z' });
});

test('a platform that answers twice with the same page does not read for ever', async () => {
  const first = new Map<string, Promise<string>>();
  const shop = open({ orders: 600 }, header, async (request, answer) => {
    const { pathname } = new URL(request.url);
    if (!/\/v2\/orders$/.test(pathname)) return answer();
    const body = first.get(pathname) ?? answer().then(response => response.text());
    first.set(pathname, body);
    return new Response(await body, { headers: { 'content-type': 'application/json' } });
  });
  const records = await shop.read('orders');
  expect(new Set(records.map(({ id }) => id)).size).toBeLessThanOrEqual(250);
});

test('an unknown store is an error that names the setting', async () => {
  const shop = open({}, { accessToken: 'wrong' });
  const error = await shop.session.check().catch((cause: unknown) => cause);
  expect(isCommerceError(error) && error.recovery).toBe('reauthorize');
  expect(String(error)).toContain('accessToken');
});
