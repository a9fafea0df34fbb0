import { readFileSync } from 'node:fs';
import { everything, type ReadQuery, silentLogger } from '@cartograph/core';
import { expect, test } from 'vitest';
import { iconic } from '../connector.js';

const order: { items: object[] } = JSON.parse(
  readFileSync(new URL('../../fixtures/orders/paid/native.json', import.meta.url), 'utf8'),
);

/** Reads the orders of a shop that has one: what was asked, and what arrived. */
async function read(body: object, query: Partial<ReadQuery>) {
  const asked: URL[] = [];
  const session = iconic.open(iconic.config.parse({ clientId: 'app', clientSecret: 'a secret' }), {
    fetch: async (input, init) => {
      const url = new URL(new Request(input, init).url);
      asked.push(url);
      return url.pathname.startsWith('/oauth/')
        ? Response.json({ access_token: 'token', expires_in: 3600 })
        : Response.json({ items: [body], pagination: { limit: 100, offset: 0, hasNext: false } });
    },
    now: () => new Date('2026-03-01T00:00:00Z'),
    sleep: async () => {},
    logger: silentLogger,
  });
  const ids: string[] = [];
  for await (const { records } of session.read('orders', { ...everything, ...query }))
    ids.push(...records.map(({ id }) => id));
  return { ids, asked: asked.at(-1)?.searchParams };
}

const until = '2026-02-10T00:00:00Z';

test('a window goes to the platform with its zone, sorted by time of change, with vouchers', async () => {
  const { asked } = await read(order, { since: '2026-02-01T00:00:00.500Z', until });
  expect(Object.fromEntries(asked ?? [])).toEqual({
    updateDateStart: '2026-02-01T00:00:00Z',
    updateDateEnd: '2026-02-10T00:00:00Z',
    sort: 'updatedAt',
    sortDir: 'asc',
    includeVoucherDetails: '1',
    limit: '100',
    offset: '0',
  });
});

test('an order that was changed after its items is not lost: by its items it belongs to this window alone', async () => {
  const changedLater = { ...order, updatedAt: '2026-02-15T10:00:00+11:00' };
  expect((await read(changedLater, { until })).ids).toEqual(['41000101']);
});

test('an order with an item changed after the window is left to the next one', async () => {
  const [item] = order.items;
  const body = { ...order, items: [item, { ...item, id: 2, updatedAt: '2026-02-15T10:00:00+11:00' }] };
  expect((await read(body, { until })).ids).toEqual([]);
  expect((await read(body, { since: until })).ids).toEqual(['41000101']);
});
