import {
  addSale,
  averageOrderValue,
  type Connection,
  type Decimal,
  isSale,
  noSales,
  type Sales,
  type Storage,
} from '@cartograph/core';
import { readAll } from '../records/read.js';
import { addDays, createCalendar, type Period, startOf, zoneOf } from './calendar.js';

export interface SalesRow extends Sales {
  /** First day of the period, in the shop's zone. */
  readonly start: string;
  readonly currency: string;
  readonly averageOrderValue: Decimal | null;
}

export interface SalesWish {
  /** Days in each shop's zone, both included. */
  readonly from: string;
  readonly to: string;
  readonly by: Period;
}

/** Sales of the connections together, in the order of period and currency; reads the orders of the days, and no others. */
export async function reportSales(
  storage: Storage,
  connections: readonly Connection[],
  wish: SalesWish,
): Promise<readonly SalesRow[]> {
  const rows = new Map<string, Sales>();
  for (const connection of connections) await addConnection(storage, connection, wish, rows);
  return [...rows]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, sales]) => {
      const [start = '', currency = ''] = key.split(' ');
      return { start, currency, ...sales, averageOrderValue: averageOrderValue(sales, currency) };
    });
}

export const zoneOfShop = ({ shop }: Connection): string => zoneOf(shop.timeZone) ?? 'UTC';

async function addConnection(
  storage: Storage,
  connection: Connection,
  { from, to, by }: SalesWish,
  rows: Map<string, Sales>,
): Promise<void> {
  const dayOf = createCalendar(zoneOfShop(connection));
  const orders = readAll(storage, {
    resource: 'orders',
    connections: [connection.id],
    // No zone is a day away from UTC.
    filters: [
      { field: 'placedAt', operator: 'gte', value: `${addDays(from, -1)}T00:00:00Z` },
      { field: 'placedAt', operator: 'lt', value: `${addDays(to, 2)}T00:00:00Z` },
    ],
    fields: ['placedAt', 'status', 'currency', 'totals', 'lines'],
  });
  for await (const order of orders) {
    const day = order.placedAt === null ? '' : dayOf(order.placedAt);
    if (!isSale(order) || day < from || day > to) continue;
    const key = `${startOf(by, day)} ${order.currency}`;
    rows.set(key, addSale(rows.get(key) ?? noSales, order));
  }
}
