import { type BodyPage, type Identity, isLoose, text, id as toId } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { OrderFilter } from '../client/orders.js';
import { instant } from '../native/instant.js';
import type { OpenConnection } from './connection.js';
import { nativeOrderPages } from './native-orders.js';
import { incomplete, isRead, orderBodies, refundsByOrder } from './order-bodies.js';

export function identifyOrder({ order }: Readonly<Record<string, unknown>>): Identity {
  const header = isLoose(order) ? order : {};
  return { id: toId(header.id), modifiedAt: instant(header.date_modified) };
}

/** An order alone, as its endpoint sends it, or already with what belongs to it. */
export const wrapOrder = (item: unknown): unknown => (isLoose(item) && isLoose(item.order) ? item : { order: item });

/**
 * Filtered by modified time, paged by id. Modified times have a resolution of one second and a bulk edit puts thousands into
 * one, so they are no key to page by; page numbers drift when an order leaves the window by being changed. Ids are unique,
 * never change, and the token is simply the last one read.
 */
export async function* readOrders(connection: OpenConnection, query: ReadQuery): AsyncGenerator<BodyPage> {
  const filter: OrderFilter = {
    ...(query.since === null ? {} : { min_date_modified: wholeSecond(query.since) }),
    ...(query.until === null ? {} : { max_date_modified: wholeSecond(query.until) }),
  };
  const counted = query.resume === null ? totalOf(connection, filter) : Promise.resolve(null);
  // Met with the first page; a failure before that belongs to the page.
  counted.catch(() => {});
  for await (const page of nativeOrderPages(connection, filter, Number(query.resume ?? 0))) {
    const read = page.items.filter(order => isRead(connection, order));
    const { bodies, failed } = await orderBodies(connection, read, refundsByOrder(connection, read));
    const total = await counted;
    const next = page.after === null ? null : String(page.after);
    yield { bodies, next, failed: [...page.failed, ...failed], ...(total === null ? {} : { total }) };
  }
}

/** The platform keeps whole seconds; a bound with a fraction would leave out what changed in its own second. */
const wholeSecond = (instant: string): string => instant.replace(/\.\d+Z$/, 'Z');

async function totalOf(connection: OpenConnection, filter: OrderFilter): Promise<number> {
  const { count, statuses } = await connection.client.orders.count(filter);
  const left = statuses?.find(({ id }) => text(id) === incomplete)?.count ?? 0;
  return connection.config.includeIncomplete ? count : count - left;
}
