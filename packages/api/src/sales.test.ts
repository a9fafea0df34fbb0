import {
  add,
  addSale,
  averageOrderValue,
  compare,
  isSale,
  noSales,
  type Sales,
  type StoredRecord,
} from '@cartograph/core';
import { beforeAll, expect, test } from 'vitest';
import { addDays, createCalendar, startOf, zoneOf } from './sales/calendar.js';
import { createSyncedWorld, type World } from './testing/world.js';

let world: World;
const orders: StoredRecord<'orders'>[] = [];
beforeAll(async () => {
  world = await createSyncedWorld(60);
  for await (const order of world.storage.records({ resource: 'orders' })) orders.push(order);
});

interface Row extends Sales {
  readonly start: string;
  readonly currency: string;
  readonly averageOrderValue: string | null;
}

async function sales(query: string): Promise<Row[]> {
  const { status, body } = await world.get(`/v1/metrics/sales?${query}`);
  expect(status).toBe(200);
  return body.data;
}

test('sales are to the cent the sum over the orders of the days, in each shop’s zone', async () => {
  const connections = await world.storage.connections();
  for (const connection of connections) {
    const dayOf = createCalendar(zoneOf(connection.shop.timeZone) ?? 'UTC');
    const own = orders.filter(
      order => order.connectionId === connection.id && order.placedAt !== null && isSale(order),
    );
    const days = own.map(({ placedAt }) => dayOf(placedAt ?? '')).toSorted();
    const [from = '', to = ''] = [days.at(-Math.min(days.length, 40)), days.at(-1)];
    for (const by of ['day', 'week', 'month'] as const) {
      const rows = await sales(`connection=${connection.id}&from=${from}&to=${to}&by=${by}`);
      const expected = new Map<string, Sales>();
      for (const order of own) {
        const day = dayOf(order.placedAt ?? '');
        const key = `${startOf(by, day)} ${order.currency}`;
        if (day >= from && day <= to) expected.set(key, addSale(expected.get(key) ?? noSales, order));
      }
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(
        [...expected]
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, sum]) => {
            const [start = '', currency = ''] = key.split(' ');
            return { start, currency, ...sum, averageOrderValue: averageOrderValue(sum, currency) };
          }),
      );
    }
  }
});

test('gross sales are the sum of the totals, and net what is left of them', async () => {
  const to =
    orders
      .flatMap(({ placedAt }) => placedAt ?? [])
      .toSorted()
      .at(-1)
      ?.slice(0, 10) ?? '';
  const rows = await sales(`from=${addDays(to, -1000)}&to=${addDays(to, 1)}&by=month`);
  const sold = orders.filter(order => isSale(order) && (order.placedAt ?? '') > addDays(to, -999));
  for (const currency of new Set(sold.map(order => order.currency))) {
    const own = rows.filter(row => row.currency === currency);
    const gross = sold
      .filter(order => order.currency === currency)
      .reduce((sum, order) => add(sum, order.totals.grand), '0');
    expect(own.reduce((sum, row) => add(sum, row.gross), '0')).toBe(gross);
    for (const row of own) expect(compare(row.gross, add(add(row.net, row.refunded), row.canceled))).toBe(0);
  }
});

test('a day is the shop’s day: an evening in UTC is the next morning in Sydney', () => {
  expect(createCalendar('Australia/Sydney')('2026-01-31T14:30:00Z')).toBe('2026-02-01');
  expect(createCalendar('UTC')('2026-01-31T14:30:00Z')).toBe('2026-01-31');
  expect(createCalendar('Asia/Kathmandu')('2026-01-31T18:15:00Z')).toBe('2026-02-01');
  expect(createCalendar('Asia/Kathmandu')('2026-01-31T18:14:59Z')).toBe('2026-01-31');
  expect(zoneOf('Mars/Olympus')).toBeNull();
});

test('a week begins on Monday, a month on its first', () => {
  expect(startOf('week', '2026-02-01')).toBe('2026-01-26');
  expect(startOf('week', '2026-01-26')).toBe('2026-01-26');
  expect(startOf('month', '2026-02-28')).toBe('2026-02-01');
});

test('days that are turned round, or too many, are refused', async () => {
  expect(await world.get('/v1/metrics/sales?from=2026-02-01&to=2026-01-01')).toMatchObject({
    status: 400,
    body: { parameter: 'from' },
  });
  expect(await world.get('/v1/metrics/sales?from=2020-01-01&to=2026-01-01')).toMatchObject({
    status: 400,
    body: { parameter: 'from' },
  });
});
