import { type BodyPage, id, isLoose, latest, stream } from '@cartograph/connector-kit';
import type { Instant, ModelRecord, ReadQuery } from '@cartograph/core';
import { foundAmong, pagesOf, rowsByIds } from '../client/by-ids.js';
import { joinedRows } from '../client/joined-pages.js';
import { salvagedPages } from '../client/salvaged-pages.js';
import type { OrderFilters, OrderItemFilters } from '../input/orders.js';
import { toCustomer } from '../mapping/customer.js';
import { parcels, toFulfillment } from '../mapping/fulfillment.js';
import { toOrder } from '../mapping/order.js';
import { paymentSources, toPayment } from '../mapping/payment.js';
import { placedOrder } from '../mapping/placed-order.js';
import { refundSources, toRefund } from '../mapping/refund.js';
import { taxRates, toTaxComponent } from '../mapping/tax-component.js';
import { type NativeOrder, nativeOrderSchema } from '../native/order.js';
import type { Order } from '../records/order.js';
import type { IconicShop } from '../shop.js';
import type { IconicReader } from './reader.js';
import { fieldOf } from './unchecked.js';
import { endsWithin, timeOf } from './window.js';

const pagesAhead = 3;
/** No order has this number: asked for, it costs nothing and shows that the list is served. */
const noOrder = '0';

/** Bounds are whole seconds and inclusive. */
const boundsOf = ({ since, until }: ReadQuery): OrderFilters => ({
  ...(since === null ? {} : { updateDateStart: new Date(since) }),
  ...(until === null ? {} : { updateDateEnd: new Date(until) }),
});

/**
 * The time that the filter works by: of the item changed last, not of the order, which may be later. An item never
 * changed since it was placed may have none.
 */
export function changedAt(row: unknown, reader: IconicReader | null): Instant | null {
  const items = isLoose(row) && Array.isArray(row.items) ? row.items : [];
  return latest(...items.map(item => timeOf(item, 'updatedAt', reader))) ?? timeOf(row, 'createdAt', reader);
}

/** Orders by their ids, at most a hundred a call. */
export const listed = ({ client }: IconicReader) => ({
  read: (orderIds: readonly string[]) =>
    pagesOf(orderIds, (limit, offset) => client.orders.list({ orderIds, includeVoucherDetails: true, limit, offset })),
  control: () => client.orders.list({ orderNumbers: [noOrder], limit: 1 }),
});

/** The ids of the orders of a window, by their items: those are listed without their order. */
export async function idsByItems(
  { client }: IconicReader,
  { since, until }: Pick<ReadQuery, 'since' | 'until'>,
): Promise<string[]> {
  const filters: OrderItemFilters = {
    ...(since === null ? {} : { updatedAtStart: new Date(since) }),
    ...(until === null ? {} : { updatedAtEnd: new Date(until) }),
    sort: 'updatedAt',
    sortDir: 'asc',
  };
  const ids = new Set<string>();
  for await (const item of joinedRows((limit, offset) => client.orderItems.list({ ...filters, limit, offset }))) {
    const id = fieldOf(item, 'orderId');
    if (id !== null) ids.add(id);
  }
  return [...ids];
}

async function* read(reader: IconicReader, query: ReadQuery): AsyncGenerator<BodyPage> {
  const filters = {
    ...boundsOf(query),
    sort: 'updatedAt',
    sortDir: 'asc',
    includeVoucherDetails: true,
  } as const;
  const pages = salvagedPages<Order>({
    list: (limit, offset) => reader.client.orders.list({ ...filters, limit, offset }),
    ids: () => idsByItems(reader, query),
    ...listed(reader),
    resume: query.resume,
    ahead: pagesAhead,
  });
  for await (const { rows, failed, next, total } of pages) {
    // An order with one item changed in the window and another one after it belongs to the next window.
    const bodies = rows.filter(row => endsWithin(changedAt(row, reader), query));
    yield { bodies, failed, next, ...(total === null ? {} : { total }) };
  }
}

/** What the list does not have is gone. */
export const findOrders = async (reader: IconicReader, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> =>
  foundAmong<unknown>(ids, await rowsByIds(ids, listed(reader)), body => fieldOf(body, 'id'));

function normalize(native: NativeOrder, shop: IconicShop): ModelRecord[] {
  const order = placedOrder(native, shop);
  const customerId = order.buyer.id;
  const made: ModelRecord[] = [{ resource: 'orders', record: toOrder(order, shop) }];
  if (customerId !== null) made.push({ resource: 'customers', record: toCustomer({ id: customerId, order }, shop) });
  for (const payment of paymentSources(order)) made.push({ resource: 'payments', record: toPayment(payment, shop) });
  for (const refund of refundSources(order)) made.push({ resource: 'refunds', record: toRefund(refund, shop) });
  for (const parcel of parcels(order)) made.push({ resource: 'fulfillments', record: toFulfillment(parcel, shop) });
  for (const rate of taxRates(order)) made.push({ resource: 'taxComponents', record: toTaxComponent(rate, shop) });
  return made;
}

/** An order as every stream of orders keeps it. */
export const placedOrders = {
  yields: ['orders', 'customers', 'payments', 'refunds', 'fulfillments', 'taxComponents'],
  lagMs: 10 * 60_000,
  native: nativeOrderSchema,
  identify: (body: Readonly<Record<string, unknown>>, reader: IconicReader | null) => ({
    id: id(body.id),
    modifiedAt: changedAt(body, reader),
  }),
  find: findOrders,
  normalize,
} as const;

/** Statuses live on the items, which are embedded: a page is one call. Orders are never deleted. */
export const orders = stream<IconicReader, IconicShop, NativeOrder>({ ...placedOrders, incremental: 'modified', read });
