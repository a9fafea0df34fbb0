import type { QueryReader } from '../query.js';
import { seller } from '../seller.js';
import { carrierOf } from '../shop/dispatch.js';
import { type ItemRecord, isPacked, type OrderRecord, statusOf } from '../shop/order.js';
import type { Shop } from '../shop/shop.js';
import { shopperOf } from '../shop/shoppers.js';

type OrderTest = (order: OrderRecord) => boolean;

export const itemStatuses = [
  'pending',
  'shipped',
  'canceled',
  'returned',
  'failed',
  'delivered',
  'ready_to_ship',
  'return_shipped_by_customer',
  'return_waiting_for_approval',
  'return_rejected',
  'return_delivered',
  'payment_pending',
] as const;

const speeds = ['economy', 'express', 'standard', 'digital', 'sameday', 'air', 'surface'] as const;
const sections = [
  ...itemStatuses.map(status => `status_${status}` as const),
  ...speeds.map(speed => `group_${speed}` as const),
];

export const shipmentTypes = ['warehouse', 'dropshipping', 'crossdocking'] as const;

const within = (value: number, start: number | undefined, end: number | undefined) =>
  (start === undefined || value >= start) && (end === undefined || value <= end);

const some =
  (test: (item: ItemRecord) => boolean): OrderTest =>
  order =>
    order.items.some(test);

/** A section is a tab of the seller center: a status, or the pending units of a shipping speed. */
function inSection(section: string): OrderTest {
  const name = section.slice(section.indexOf('_') + 1);
  if (section.startsWith('status_')) return some(item => statusOf(item) === name);
  return order => order.shippingSpeed === name && order.items.some(item => statusOf(item) === 'pending');
}

const packedUnits = (order: OrderRecord) => order.items.filter(isPacked).length;

const packedTests: Readonly<Record<string, OrderTest>> = {
  fully_packed: order => packedUnits(order) === order.items.length,
  partially_packed: order => packedUnits(order) > 0 && packedUnits(order) < order.items.length,
  not_packed: order => packedUnits(order) === 0,
};

function namedLike(shop: Shop, words: readonly string[]): OrderTest {
  return order => {
    const { firstName, lastName } = shopperOf(shop.seeded, order.shopper);
    const name = `${firstName} ${lastName}`.toLowerCase();
    return words.every(word => name.includes(word.toLowerCase()));
  };
}

/** The filters of `GET /v2/orders`: an order must pass all that were sent. */
export function readOrderFilters(read: QueryReader, shop: Shop): OrderTest {
  const tests: OrderTest[] = [];
  const when = <T>(value: T | undefined, test: (value: T) => OrderTest) => {
    if (value !== undefined) tests.push(test(value));
  };
  const [createdFrom, createdTo] = [read.instant('dateStart', 'start'), read.instant('dateEnd', 'end')];
  const [updatedFrom, updatedTo] = [read.instant('updateDateStart', 'start'), read.instant('updateDateEnd', 'end')];
  if (createdFrom !== undefined || createdTo !== undefined) {
    tests.push(order => within(order.createdAt, createdFrom, createdTo));
  }
  // An order is found when at least one of its units was updated in the range.
  if (updatedFrom !== undefined || updatedTo !== undefined) {
    tests.push(some(item => within(item.updatedAt, updatedFrom, updatedTo)));
  }
  when(read.choice('section', sections), inSection);
  when(read.integers('orderIds'), ids => order => ids.includes(order.id));
  when(read.texts('orderNumbers'), numbers => order => numbers.includes(order.number));
  when(read.texts('customers'), words => namedLike(shop, words));
  when(read.texts('paymentMethods'), names => order => names.includes(order.paymentMethod));
  when(read.texts('warehouses'), names => some(item => item.warehouse !== null && names.includes(item.warehouse)));
  when(read.texts('productSku'), skus =>
    some(
      ({ product }) => skus.includes(product.sku) || (product.sellerSku !== null && skus.includes(product.sellerSku)),
    ),
  );
  when(
    read.texts('shipmentProviders'),
    ids => order => order.items.some(item => isPacked(item) && ids.includes(String(carrierOf({ order, item }).id))),
  );
  when(read.texts('sellerNames'), names => () => names.includes(seller.name));
  when(read.texts('tags'), () => () => false);
  when(read.texts('orderSources'), sources => order => sources.includes(`THE ICONIC ${order.country}`));
  when(read.texts('cancelationReasons'), names =>
    some(item => statusOf(item) === 'canceled' && names.includes(item.failure.name)),
  );
  when(read.choice('shipmentType', shipmentTypes), type => order => order.shipmentType === type);
  when(
    read.choices('fulfilmentType', ['merchant', 'venture']),
    types => order => types.includes(order.shipmentType === 'warehouse' ? 'venture' : 'merchant'),
  );
  when(read.choice('packed', Object.keys(packedTests)), state => packedTests[state] ?? (() => false));
  when(read.flag('outlet'), wanted => some(item => item.outlet === wanted));
  when(read.flag('invoiceRequired'), wanted => order => (order.index % 40 === 0) === wanted);
  return order => tests.every(test => test(order));
}
