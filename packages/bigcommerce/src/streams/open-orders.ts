import type { BodyPage } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { OrderFilter } from '../client/orders.js';
import type { OpenConnection } from './connection.js';
import { isDue } from './daily.js';
import { nativeOrderPages } from './native-orders.js';
import { isRead, orderBodies, refundsByOrder } from './order-bodies.js';

const dayMs = 24 * 60 * 60_000;
/** For so long, payments and parcels of a new order may change without changing its status. */
const youngDays = 14;

/** Statuses in which an order of any age waits for money or goods. */
const openStatuses = [1, 3, 7, 8, 9, 11, 12, 13];

/**
 * Once a day the orders that are young, and then those that are open however old they are. Transactions and parcels have no
 * list of their own, and whether they move the modified time of their order is not documented. The first reading needs none
 * of this, as it reads all orders.
 */
export async function* readOpenOrders(connection: OpenConnection, query: ReadQuery): AsyncGenerator<BodyPage> {
  if (!isDue(query, connection.now())) return;
  const border = new Date(Date.parse(query.until ?? connection.now().toISOString()) - youngDays * dayMs).toISOString();
  const lists: readonly OrderFilter[] = [
    { min_date_created: border },
    ...openStatuses.map(status_id => ({ status_id, max_date_created: border })),
  ];
  const [start = 0, after = 0] = (query.resume ?? '').split(':').map(Number);
  for (const [position, filter] of lists.entries()) {
    if (position < start) continue;
    const pages = nativeOrderPages(connection, filter, position === start ? after : 0);
    for await (const page of pages) {
      const read = page.items.filter(order => isRead(connection, order));
      const { bodies, failed } = await orderBodies(connection, read, refundsByOrder(connection, read));
      const isLast = page.after === null && position === lists.length - 1;
      const next = page.after === null ? `${position + 1}:0` : `${position}:${page.after}`;
      yield { bodies, failed: [...page.failed, ...failed], next: isLast ? null : next };
    }
  }
}
