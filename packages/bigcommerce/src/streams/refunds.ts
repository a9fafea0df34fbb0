import { type BodyPage, bisect, mayBePoisoned, type RangePart, splitRange } from '@cartograph/connector-kit';
import type { FailedRecord, ReadQuery } from '@cartograph/core';
import { collect, itemsOfPages } from '../client/pages.js';
import { instant } from '../native/instant.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeRefund } from '../native/refund.js';
import type { OpenConnection } from './connection.js';
import { findOrders } from './find-orders.js';
import { refundsByOrder } from './order-bodies.js';

/**
 * The orders of refunds made in the window: whether a refund moves the modified time of its order is not documented. The first
 * reading needs none of this, as it reads all orders. Refunds are only ever added and never change their time, so page
 * numbers hold in a closed window.
 */
export async function* readRefunds(connection: OpenConnection, query: ReadQuery): AsyncGenerator<BodyPage> {
  const { since } = query;
  if (since === null) return;
  for await (const { items, next, failed } of pagesOf(connection, { ...query, since })) {
    const ids = orderIdsOf(items);
    const known = await refundsByOrder(connection, ids);
    const first = Math.min(...items.map(({ id }) => Number(id)));
    const met = ids
      .map(({ id }) => String(id))
      .filter(id => !isOnEarlierPage(known.found?.get(id) ?? [], first, since));
    const found = await findOrders(connection, met);
    yield {
      bodies: [...found.values()].filter(body => body !== null),
      next,
      failed: [...failed, ...met.filter(id => !found.has(id)).map(id => ({ id, reason: 'the order is not served' }))],
    };
  }
}

const orderIdsOf = (refunds: readonly NativeRefund[]): { readonly id: number }[] =>
  [...new Set(refunds.map(({ order_id }) => Number(order_id)).filter(Number.isInteger))].map(id => ({ id }));

/** An order comes with the page of its first refund in the window; refunds are listed by id. */
const isOnEarlierPage = (refunds: readonly NativeRefund[], first: number, since: string): boolean =>
  refunds.some(({ id, created }) => {
    const at = instant(created);
    return Number(id) < first && at !== null && Date.parse(at) >= Date.parse(since);
  });

interface RefundPage {
  readonly items: readonly NativeRefund[];
  readonly next: string | null;
  readonly failed: readonly FailedRecord[];
}

type Window = Pick<ReadQuery, 'until' | 'resume'> & { readonly since: string };

/** A refund that is not served does not tell its id: the window is narrowed by time, and what stands alone is its second. */
async function* pagesOf({ client, now }: OpenConnection, { since, until, resume }: Window): AsyncGenerator<RefundPage> {
  const { refunds } = client.orders;
  try {
    const filter = { 'created:min': since, ...(until === null ? {} : { 'created:max': until }) };
    for await (const { items, next } of refunds.pages(filter, resume)) yield { items, next, failed: [] };
  } catch (error) {
    if (!mayBePoisoned(error)) throw error;
    const window = { from: secondOf(since), to: secondOf(until ?? now().toISOString()) };
    const salvage = await bisect(window, error, {
      read: range => collect(itemsOfPages(refunds.pages(within(range)))),
      split: splitRange,
      name: async ({ from }) => `${secondPrefix}${instantOf(from)}`,
    });
    // A second is no order: it is a place in this feed.
    yield { ...salvage, failed: salvage.failed.map(place => ({ ...place, stream: 'refunds' })), next: null };
  }
}

const secondOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
const instantOf = (second: number): string => new Date(second * 1000).toISOString();

/** Seconds, both inclusive, with all that they hold. */
const within = ({ from, to }: RangePart) => ({
  'created:min': instantOf(from),
  'created:max': instantOf(to).replace('.000Z', '.999Z'),
});

const secondPrefix = 'refunded at ';

/** By the ids of orders, or by the second of a refund that was not served, which stands for the order refunded in it. */
export async function findRefunded(
  connection: OpenConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrderBody | null>> {
  const seconds = ids.filter(id => id.startsWith(secondPrefix));
  const found = new Map(
    await findOrders(
      connection,
      ids.filter(id => !seconds.includes(id)),
    ),
  );
  for (const id of seconds) {
    const from = secondOf(id.slice(secondPrefix.length));
    const [order] = orderIdsOf(await refundsIn(connection, { from, to: from }));
    const body = order && (await findOrders(connection, [String(order.id)])).get(String(order.id));
    if (body) found.set(id, body);
  }
  return found;
}

async function refundsIn({ client }: OpenConnection, range: RangePart): Promise<readonly NativeRefund[]> {
  try {
    return await collect(itemsOfPages(client.orders.refunds.pages(within(range))));
  } catch (error) {
    if (mayBePoisoned(error)) return [];
    throw error;
  }
}
