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

const isManifested = (item: ItemRecord): boolean => item.dispatch?.manifestStatus !== undefined;

/** Tabs that are neither a status nor a shipping speed. */
const groups: Readonly<Record<string, (item: ItemRecord) => boolean>> = {
  group_missing_external_invoice_access_key: item =>
    ['pending', 'canceled'].includes(statusOf(item)) && item.dispatch?.invoiceAccessKey === undefined,
  group_kpi_rejection_rate: item => statusOf(item) === 'canceled' && item.failure.type === 'canceled',
  group_kpi_return_rate: item => statusOf(item) === 'returned',
  group_ready_to_ship_manifested: item => statusOf(item) === 'ready_to_ship' && isManifested(item),
  group_ready_to_ship_nonmanifested: item => statusOf(item) === 'ready_to_ship' && !isManifested(item),
};

const sections = [
  ...itemStatuses.map(status => `status_${status}`),
  ...speeds.map(speed => `group_${speed}`),
  ...Object.keys(groups),
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
  const group = groups[section];
  if (group) return some(group);
  const name = section.slice(section.indexOf('_') + 1);
  if (section.startsWith('status_')) return some(item => statusOf(item) === name);
  return order => order.shippingSpeed === name && order.items.some(item => statusOf(item) === 'pending');
}

const packedUnits = (order: OrderRecord) => order.items.filter(isPacked).length;

const dayMs = 86_400_000;

const shippedInADay: OrderTest = order =>
  order.items.some(item =>
    item.history.some(({ status, at }) => status === 'shipped' && at - order.createdAt <= dayMs),
  );

/** Days without business are counted as any others. */
const deliveryTests: Readonly<Record<string, OrderTest>> = {
  shippedUnder24h: shippedInADay,
  notShippedUnder24h: order => !shippedInADay(order),
  notShippedUnder24BusinessHours: order => !shippedInADay(order),
};

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
  when(read.integers('cancelationReasonIds'), ids =>
    some(item => statusOf(item) === 'canceled' && ids.includes(item.failure.id)),
  );
  when(read.integers('sellerIds'), ids => () => ids.includes(seller.id));
  // Papers are made on request, and none has been printed here.
  when(read.flag('printedStatus'), printed => () => !printed);
  when(read.choice('delivery', Object.keys(deliveryTests)), name => deliveryTests[name] ?? (() => false));
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
