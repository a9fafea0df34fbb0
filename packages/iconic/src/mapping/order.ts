import { absent, absentList, always, derived, each, id, mapper, nest, text } from '@cartograph/connector-kit';
import type { Order } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import { madeAddress } from './address.js';
import { chargeSources, toCharge } from './charge.js';
import { toOrderCustomer } from './customer.js';
import { toLine } from './line.js';
import { closedAt, fulfillmentStatusOf, paymentStatusOf, phaseOf, statusWords } from './order-status.js';
import type { PlacedOrder } from './placed-order.js';
import { toTotals } from './totals.js';

interface Channel {
  readonly id: string;
  readonly name: string | null;
}

const toChannel = mapper<string, Channel, IconicShop>({
  id: source => source,
  name: source => source,
});

export const toOrder = mapper<PlacedOrder, Order, IconicShop>({
  id: order => order.id,
  createdAt: order => order.placedAt,
  sourceModifiedAt: derived(
    'the latest change of the order, its address or one of its items',
    order => order.modifiedAt,
  ),
  derived: always(false, 'the platform has orders'),
  number: ({ native }) => id(native.number),
  placedAt: order => order.placedAt,
  closedAt: derived('when a status last changed, once no item is open', closedAt),
  status: derived(
    'canceled when all items are; open while one is on its way to the buyer; unknown when only unknown ones are left; else completed',
    phaseOf,
  ),
  paymentStatus: derived(
    'pending while all items that are not canceled are payment_pending; refunded when all that was paid went back; voided when all are canceled; else paid',
    paymentStatusOf,
  ),
  fulfillmentStatus: derived('by how far the items that are not canceled have come', fulfillmentStatusOf),
  statusRaw: derived('the statuses of the items, each once; the order has none', statusWords),
  paymentStatusRaw: absent('the platform shows no status of a payment'),
  channel: nest(toChannel, ({ native }) => text(native.source)),
  customer: nest(toOrderCustomer, order => order),
  billingAddress: nest(madeAddress, ({ native, sides }) => native.address?.billing && sides.billing),
  shippingAddresses: each(madeAddress, ({ native, sides }) =>
    native.address?.shipping && sides.shipping ? [sides.shipping] : [],
  ),
  currency: order => order.currency,
  taxInclusive: always(true, 'prices on the marketplace include tax'),
  lines: each(toLine, ({ units }) => units),
  charges: each(toCharge, chargeSources),
  adjustments: absentList('the platform states none'),
  totals: nest(toTotals, order => order.figures),
  shopCurrency: absent('an order has one currency'),
  exchangeRate: absent('an order has one currency'),
  shopTotals: absent('an order has one currency'),
  note: ({ native }) => text(native.remarks),
});
