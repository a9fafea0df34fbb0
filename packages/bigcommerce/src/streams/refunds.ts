import type { BodyPage } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import { unlessRefused } from '../client/api.js';
import { instant } from '../native/instant.js';
import type { NativeRefund } from '../native/refund.js';
import type { OpenConnection } from './connection.js';
import { orderBodies, orderShape, refundsByOrder } from './order-bodies.js';
import { isRead } from './orders.js';

/**
 * The orders of refunds made in the window: whether a refund moves the modified time of its order is not documented. The first
 * reading needs none of this, as it reads all orders. Refunds are only ever added and never change their time, so page
 * numbers hold in a closed window.
 */
export async function* readRefunds(connection: OpenConnection, query: ReadQuery): AsyncGenerator<BodyPage> {
  const { since, until } = query;
  if (since === null) return;
  const { orders } = connection.client;
  const filter = { 'created:min': since, ...(until === null ? {} : { 'created:max': until }) };
  for await (const page of orders.refunds.pages(filter, Number(query.resume ?? 1))) {
    const ids = [...new Set(page.items.map(({ order_id }) => Number(order_id)).filter(Number.isInteger))];
    const refunds = await refundsByOrder(
      connection,
      ids.map(id => ({ id })),
    );
    const first = Math.min(...page.items.map(({ id }) => Number(id)));
    const met = ids.filter(id => !isOnEarlierPage(refunds?.get(String(id)) ?? [], first, since));
    const found = await Promise.all(met.map(id => unlessRefused(orders.get(id, orderShape), [404])));
    const read = found.filter(order => order !== null).filter(order => isRead(connection, order));
    yield {
      bodies: await orderBodies(connection, read, refunds),
      next: page.nextPage === null ? null : String(page.nextPage),
    };
  }
}

/** An order comes with the page of its first refund in the window; refunds are listed by id. */
const isOnEarlierPage = (refunds: readonly NativeRefund[], first: number, since: string): boolean =>
  refunds.some(({ id, created }) => {
    const at = instant(created);
    return Number(id) < first && at !== null && Date.parse(at) >= Date.parse(since);
  });
