import { type BodyPage, id, isLoose, latest, stream } from '@cartograph/connector-kit';
import type { Instant, ModelRecord, ReadQuery } from '@cartograph/core';
import { joinedPages } from '../client/joined-pages.js';
import type { OrderFilters } from '../client/options.js';
import { toCustomer } from '../mapping/customer.js';
import { parcels, toFulfillment } from '../mapping/fulfillment.js';
import { toOrder } from '../mapping/order.js';
import { paymentSources, toPayment } from '../mapping/payment.js';
import { placedOrder } from '../mapping/placed-order.js';
import { refundSources, toRefund } from '../mapping/refund.js';
import { taxRates, toTaxComponent } from '../mapping/tax-component.js';
import { type NativeOrder, nativeOrderSchema } from '../native/order.js';
import type { IconicShop } from '../shop.js';
import type { IconicReader } from './reader.js';
import { endsWithin, timeOf } from './window.js';

const pagesAhead = 3;

/** Bounds are whole seconds and inclusive. */
const boundsOf = ({ since, until }: ReadQuery): OrderFilters => ({
  ...(since === null ? {} : { updateDateStart: new Date(since) }),
  ...(until === null ? {} : { updateDateEnd: new Date(until) }),
});

/**
 * The time that the filter works by: of the item changed last, not of the order, which may be later. An item never
 * changed since it was placed may have none.
 */
function changedAt(row: unknown, reader: IconicReader | null): Instant | null {
  const items = isLoose(row) && Array.isArray(row.items) ? row.items : [];
  return latest(...items.map(item => timeOf(item, 'updatedAt', reader))) ?? timeOf(row, 'createdAt', reader);
}

async function* read(reader: IconicReader, query: ReadQuery): AsyncGenerator<BodyPage> {
  const filters = {
    ...boundsOf(query),
    sort: 'updatedAt',
    sortDir: 'asc',
    includeVoucherDetails: true,
  } as const;
  const pages = joinedPages((limit, offset) => reader.client.orders.list({ ...filters, limit, offset }), {
    resume: query.resume,
    ahead: pagesAhead,
  });
  for await (const { rows, next, total } of pages) {
    // An order with one item changed in the window and another one after it belongs to the next window.
    const bodies = rows.filter(row => endsWithin(changedAt(row, reader), query));
    yield { bodies, next, ...(total === null ? {} : { total }) };
  }
}

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

/** Statuses live on the items, which are embedded: a page is one call. */
export const orders = stream<IconicReader, IconicShop, NativeOrder>({
  yields: ['orders', 'customers', 'payments', 'refunds', 'fulfillments', 'taxComponents'],
  incremental: 'modified',
  lagMs: 10 * 60_000,
  native: nativeOrderSchema,
  identify: (body, reader) => ({ id: id(body.id), modifiedAt: changedAt(body, reader) }),
  read,
  normalize,
});
