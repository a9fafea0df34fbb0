import { InputError, RecordError, ResponseError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { failureOf, openClient, scriptedClient } from '../testing/client.js';
import { collect } from './pages.js';

const page = (rows: readonly unknown[], meta: object = {}) => Response.json({ data: rows, meta });

test('a list with cursors is followed by them to its end', async () => {
  const cursors: Record<string, string> = { '': 'b', b: 'c', c: '' };
  const { client, asked } = scriptedClient(request => {
    const after = new URL(request.url).searchParams.get('after') ?? '';
    const next = cursors[after];
    const links = next ? { next: `?after=${next}` } : {};
    return page([{ id: after.length + 1, name: after }], { cursor_pagination: { end_cursor: next, links } });
  });
  const found = await collect(client.priceLists.iterate({ 'name:like': 'x' }));
  expect(found.map(({ name }) => name)).toEqual(['', 'b', 'c']);
  expect(asked.map(({ query }) => query.replace('name:like=x&', ''))).toEqual([
    '?limit=250',
    '?limit=250&after=b',
    '?limit=250&after=c',
  ]);
});

test('a list with page numbers is read until a page is short, whatever its counts say', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => ({ id: index + 1 }));
  const { client } = scriptedClient(request => {
    const number = Number(new URL(request.url).searchParams.get('page') ?? 1);
    return page(rows.slice((number - 1) * 50, number * 50), {
      pagination: { total: 1, current_page: 1, total_pages: 1 },
    });
  });
  expect(await collect(client.brands.iterate())).toEqual(rows);
});

test('only what is wanted is asked for', async () => {
  const { client, asked } = openClient({ orders: 700 });
  for await (const brand of client.brands.iterate()) if (brand.id) break;
  expect(asked).toHaveLength(1);
});

test('a signal ends the reading', async () => {
  const { client } = openClient();
  const controller = new AbortController();
  const reason = new Error('enough');
  const reading = collect(client.brands.iterate({}, { signal: controller.signal }));
  controller.abort(reason);
  await expect(reading).rejects.toBe(reason);
});

test('what the platform cannot serve is told when all others were given', async () => {
  const { client } = scriptedClient(request => {
    const query = new URL(request.url).searchParams;
    const [from, to] = [Number(query.get('min_id')), Number(query.get('max_id') ?? 9)];
    const ids = Array.from({ length: Math.max(0, Math.min(to, 9) - from + 1) }, (_, index) => from + index);
    if (ids.includes(4)) return Response.json([{ status: 500, message: 'broken' }], { status: 500 });
    return ids.length === 0 ? new Response(null, { status: 204 }) : Response.json(ids.map(id => ({ id })));
  });
  const given: number[] = [];
  const reading = async () => {
    for await (const { id } of client.banners.iterate({}, { retries: 0 })) given.push(id);
  };
  const failure = await failureOf(reading());
  expect(failure).toBeInstanceOf(RecordError);
  expect(failure).toMatchObject({ context: { id: '4' } });
  expect(given).toEqual([1, 2, 3, 5, 6, 7, 8, 9]);
});

test('a record that does not fit is named, unless it is taken as it is', async () => {
  const answer = () =>
    page([
      { id: 7, name: 'Kauri' },
      { id: 'eight', name: ['x'] },
    ]);
  const failure = await failureOf(scriptedClient(answer).client.brands.list());
  expect(failure).toBeInstanceOf(ResponseError);
  expect(failure.message).toContain('brands');
  const config = { storeHash: 'z4zn3wo', accessToken: 'secret-token' };
  const { client } = scriptedClient(answer, config, { validate: false });
  expect((await client.brands.list()).items).toHaveLength(2);
});

test('fields that no type names are kept', async () => {
  const { client } = scriptedClient(() => page([{ id: 7, name: 'Kauri', wood: { hard: true } }]));
  expect((await client.brands.list()).items).toEqual([{ id: 7, name: 'Kauri', wood: { hard: true } }]);
});

test('options of a call go with each of its requests', async () => {
  const { client, asked } = openClient();
  await collect(client.brands.iterate({}, { headers: { 'x-trace': 'abc' } }));
  expect(asked.map(({ headers }) => headers.get('x-trace'))).toEqual(asked.map(() => 'abc'));
});

test('whatever is wrong is a rejection, never thrown at the caller at once', async () => {
  const { client } = openClient();
  const attempts = [
    client.orders.products.list(''),
    client.brands.list({ limit: 0 }),
    client.customers.createMany([{} as never]),
    client.locations.create({} as never),
    client.orders.refunds.create(7, {} as never),
  ];
  for (const attempt of attempts) await expect(attempt).rejects.toThrow(InputError);
});

test('anything else is asked for in the same way', async () => {
  const { client, asked } = scriptedClient(() => page([{ id: 1 }]));
  expect(await client.request('GET', '/v3/wishlists', { query: { customer_id: 7 } })).toMatchObject({
    data: [{ id: 1 }],
  });
  expect(asked[0]).toMatchObject({ path: '/v3/wishlists', query: '?customer_id=7' });
  expect(asked[0]?.headers.get('x-auth-token')).toBe('secret-token');
});
