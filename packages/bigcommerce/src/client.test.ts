import { createVirtualClock } from '@cartograph/conformance';
import { ConfigError, silentLogger } from '@cartograph/core';
import { createBigCommerceSimulator } from '@cartograph/simulators';
import { expect, test } from 'vitest';
import { collect } from './client/pages.js';
import { encodeQuery } from './client/query.js';
import { readLimits } from './client/rate.js';
import { createBigCommerceClient } from './client.js';

function createClient(answer?: (request: Request) => Response) {
  const clock = createVirtualClock(new Date('2026-07-01T00:00:00Z'));
  const simulator = createBigCommerceSimulator({ orders: 260, elapsedMs: clock.elapsedMs });
  const asked: Request[] = [];
  const client = createBigCommerceClient(
    {
      storeHash: 'z4zn3wo',
      accessToken: String(simulator.config('').accessToken),
      baseUrl: 'https://proxy.example:8443/bc',
    },
    {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        asked.push(request);
        const inner = new Request(
          request.url.replace('https://proxy.example:8443/bc', 'https://shop.example'),
          request,
        );
        return answer ? answer(request) : simulator.fetch(inner);
      },
      now: clock.now,
      sleep: clock.sleep,
      logger: silentLogger,
    },
  );
  return { client, asked, truth: simulator.truth() };
}

test('requests go below the base URL with the token in its header', async () => {
  const { client, asked } = createClient();
  await client.store.get();
  expect(asked[0]?.url).toBe('https://proxy.example:8443/bc/stores/z4zn3wo/v2/store');
  expect(asked[0]?.headers.get('x-auth-token')).toMatch(/^sim1/);
});

test('a list gives one page, iterate all of them, get one record', async () => {
  const { client, truth } = createClient();
  expect((await client.orders.list({ limit: 3 })).items).toHaveLength(3);
  const all = await collect(client.orders.iterate());
  expect(all.map(({ id }) => String(id))).toEqual(truth.orders);
  const one = await client.orders.get(Number(truth.orders?.[5]));
  expect(String(one.id)).toBe(truth.orders?.[5]);
  expect((await client.orders.count()).count).toBe(truth.orders?.length);
});

test('products, customers, brands, channels and stock are iterated to their ends', async () => {
  const { client, truth } = createClient();
  const ids = async (items: AsyncIterable<{ readonly id?: unknown }>) =>
    (await collect(items)).map(({ id }) => String(id));
  expect(await ids(client.products.iterate())).toEqual(truth.products);
  expect((await ids(client.customers.iterate())).sort()).toEqual([...(truth.customers ?? [])].sort());
  expect(await ids(client.brands.iterate())).toEqual(truth.brands);
  expect(await ids(client.channels.iterate())).toEqual(truth.channels);
  expect(await ids(client.customers.groups.iterate())).toEqual(truth.customerGroups);
  expect(await collect(client.inventory.iterate())).toHaveLength(truth.inventoryItems?.length ?? 0);
  expect(await ids(client.orders.refunds.iterate())).toEqual(truth.refunds);
});

test('categories, locations, payment methods and taxes are listed, iterated and got', async () => {
  const { client, truth } = createClient();
  const idsOf = (rows: readonly { readonly id?: unknown }[]) => rows.map(({ id }) => String(id));
  const categories = await collect(client.categories.iterate());
  expect(categories.map(({ category_id }) => String(category_id))).toEqual(truth.categories);
  expect((await client.categories.list({ 'parent_id:in': [22], limit: 1 })).items).toHaveLength(1);
  expect(await client.categories.get(23)).toMatchObject({ category_id: 23, parent_id: 22 });
  expect((await client.categories.trees.list()).items).toHaveLength(2);
  expect(idsOf(await collect(client.locations.iterate()))).toEqual(truth.locations);
  expect(await client.locations.get(2)).toMatchObject({ code: 'MEL-STORE' });
  await expect(client.locations.get(99)).rejects.toThrow('BigCommerce has no locations with the id 99');
  const methods = await collect(client.paymentMethods.iterate());
  expect(methods.map(({ code }) => code)).toEqual(truth.paymentMethods);
  expect(idsOf(await collect(client.taxes.rates.iterate()))).toEqual(truth.taxRates);
  expect(await client.taxes.rates.get(3)).toMatchObject({ name: 'Texas State Tax' });
  expect(idsOf((await client.taxes.zones.list()).items)).toEqual(truth.taxZones);
  expect(idsOf(await collect(client.taxes.classes.iterate()))).toEqual(truth.taxClasses);
  expect(await client.taxes.classes.get(1)).toMatchObject({ id: '1' });
});

test('a product, a brand and a refund are got by their id', async () => {
  const { client, truth } = createClient();
  const product = Number(truth.products?.[3]);
  expect(await client.products.get(product, { include: ['variants'] })).toMatchObject({
    id: product,
    variants: expect.any(Array),
  });
  expect(await client.brands.get(31)).toMatchObject({ name: 'Nordlys' });
  expect(await client.orders.refunds.get(Number(truth.refunds?.[2]))).toMatchObject({ id: Number(truth.refunds?.[2]) });
});

test('sub-resources stand under their order', async () => {
  const { client, truth } = createClient();
  const order = Number(truth.orders?.[0]);
  const { items: lines } = await client.orders.products.list(order, { limit: 250 });
  expect(await collect(client.orders.products.iterate(order))).toEqual(lines);
  expect((await client.orders.coupons.list(order)).items).toEqual(expect.any(Array));
  const [first] = await collect(client.orders.iterate({ status_id: 2 }));
  const shipped = Number(first?.id);
  const { items: shipments } = await client.orders.shipments.list(shipped);
  expect(await collect(client.orders.shipments.iterate(shipped))).toEqual(shipments);
  expect(await client.orders.shipments.get(shipped, Number(shipments[0]?.id))).toEqual(shipments[0]);
  expect(await client.orders.shipments.count(shipped)).toBe(shipments.length);
  expect((await client.orders.transactions.list(order)).items).toEqual(expect.any(Array));
});

test('an empty V2 list is 204 and no record, an order without transactions is 404 and none', async () => {
  const { client } = createClient(request =>
    request.url.includes('transactions')
      ? Response.json({ status: 404, title: 'Not found' }, { status: 404 })
      : new Response(null, { status: 204 }),
  );
  expect((await client.orders.list()).items).toEqual([]);
  expect((await client.orders.transactions.list(7)).items).toEqual([]);
  expect((await client.products.list()).items).toEqual([]);
});

test.each([
  ['bare', (rows: unknown[]) => rows],
  [
    'in an envelope',
    (rows: unknown[]) => ({ data: rows, meta: { pagination: { total: 1, current_page: 1, total_pages: 1 } } }),
  ],
  ['in an envelope with an empty meta', (rows: unknown[]) => ({ data: rows, meta: {} })],
  ['in an envelope without any', (rows: unknown[]) => ({ data: rows })],
])('a list is read %s', async (_frame, frame) => {
  const { client } = createClient(() => Response.json(frame([{ id: 7 }])));
  expect((await client.orders.list()).items).toEqual([{ id: 7 }]);
  expect(await collect(client.products.iterate())).toEqual([{ id: 7 }]);
  expect(await collect(client.locations.iterate())).toEqual([{ id: 7 }]);
  expect((await client.orders.shippingAddresses.list(7)).items).toEqual([{ id: 7 }]);
});

test('settings that do not fit are refused by name', () => {
  expect(() => createBigCommerceClient({ storeHash: 'stores/abc', accessToken: 'x' })).toThrow(ConfigError);
  expect(() => createBigCommerceClient({ storeHash: 'stores/abc', accessToken: 'x' })).toThrow(/storeHash/);
});

test('values are encoded and the commas between them are not', () => {
  expect(encodeQuery({ 'id:in': [1, 2], min_date_modified: '2026-01-31T10:00:00+00:00', page: undefined })).toBe(
    'id:in=1,2&min_date_modified=2026-01-31T10%3A00%3A00%2B00%3A00',
  );
});

test('limits that are missing or no numbers say nothing', () => {
  expect(readLimits(new Headers({ 'x-rate-limit-requests-left': 'soon', 'x-retry-after': '7' }))).toEqual({
    limit: null,
    remaining: null,
    resetMs: null,
    retryAfterMs: 7000,
  });
});
