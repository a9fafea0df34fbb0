import { expect, test } from 'vitest';
import { idsOf, type Json, type OrderJson, openShop } from '../../testing.js';

const { read, request, allV2, allV3, simulator } = openShop({ seed: 2, orders: 1000 });

interface CustomerJson extends Json {
  readonly id: number;
  readonly date_created: string;
  readonly date_modified: string;
  readonly address_count: number;
  readonly addresses: readonly Json[];
}

interface Cursors {
  readonly start_cursor: string;
  readonly end_cursor: string;
  readonly count: number;
  readonly links: { readonly next?: string; readonly previous?: string };
}

interface Page {
  readonly data: readonly CustomerJson[];
  readonly meta: { readonly pagination?: Json; readonly cursor_pagination?: Cursors };
}

const customers = await allV3<CustomerJson>('/v3/customers?include=addresses&limit=250');

test('customers come once each by page', () => {
  expect(idsOf(customers)).toEqual(simulator.truth().customers);
});

test('cursors walk the same list, forward and back', async () => {
  const seen: string[] = [];
  let page = await read<Page>('/v3/customers?limit=100');
  expect(page.meta.pagination).toMatchObject({ total: customers.length });
  for (;;) {
    seen.push(...idsOf(page.data));
    const next = page.meta.cursor_pagination?.links.next;
    if (!next) break;
    page = await read<Page>(`/v3/customers${next}`);
    expect(page.meta.pagination).toBeUndefined();
  }
  expect(seen).toEqual(simulator.truth().customers);
  const before = page.meta.cursor_pagination?.start_cursor ?? '';
  const back = await read<Page>(`/v3/customers?limit=100&before=${encodeURIComponent(before)}`);
  expect(idsOf(back.data)).toEqual(seen.slice(200, 300));
});

test('later pages by number have no cursors, and a wrong cursor is refused', async () => {
  const second = await read<Page>('/v3/customers?page=2');
  expect(second.meta.cursor_pagination).toBeUndefined();
  expect((await request('/v3/customers?after=bm9wZQ')).status).toBe(422);
});

test('modification time, ids and e-mail filter', async () => {
  const bound = [...customers].map(({ date_modified }) => date_modified).sort()[200] ?? '';
  expect(bound).toMatch(/Z$/);
  const found = await allV3<CustomerJson>(`/v3/customers?date_modified:min=${bound}`);
  expect(idsOf(found)).toEqual(idsOf(customers.filter(({ date_modified }) => date_modified >= bound)));
  expect(idsOf((await read<Page>('/v3/customers?id:in=3,5')).data)).toEqual(['3', '5']);
  expect(idsOf((await read<Page>(`/v3/customers?email:in=${customers[4]?.email}`)).data)).toEqual([
    String(customers[4]?.id),
  ]);
  expect((await request('/v3/customers?id:in=')).status).toBe(422);
});

test('no more than ten addresses come inside a customer; the list of addresses has them all', async () => {
  const many = customers.find(({ address_count }) => address_count > 10);
  expect(many?.addresses).toHaveLength(10);
  expect(await allV3(`/v3/customers/addresses?customer_id:in=${many?.id}`)).toHaveLength(13);
  expect(idsOf(await allV3<Json>('/v3/customers/addresses?limit=250'))).toEqual(simulator.truth().addresses);
});

test('customers are there before their first order, and deleted ones only in orders', async () => {
  const known = new Map(customers.map(customer => [customer.id, customer]));
  let gone = 0;
  for (const order of await allV2<OrderJson>('/v2/orders?limit=250')) {
    if (order.customer_id === 0) continue;
    const customer = known.get(order.customer_id);
    if (customer) expect(Date.parse(customer.date_created)).toBeLessThanOrEqual(Date.parse(order.date_created));
    else gone++;
  }
  expect(gone).toBeGreaterThan(0);
});

test('there is no single customer', async () => {
  expect((await request('/v3/customers/1')).status).toBe(404);
});
