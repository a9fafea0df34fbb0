import {
  absent,
  always,
  currency as currencyCode,
  derived,
  each,
  flag,
  id,
  mapper,
  nest,
  optionalAmount,
  optionalId,
  text,
  unmasked,
  words,
} from '@cartograph/connector-kit';
import {
  compare,
  type Decimal,
  divide,
  type Instant,
  isZero,
  type ModelRecord,
  type Order,
  type OrderCustomer,
  type PaymentStatus,
  type ResourceName,
  type Resources,
} from '@cartograph/core';
import { instant } from '../native/instant.js';
import type { NativeOrder } from '../native/order.js';
import type { OrderBody } from '../native/order-body.js';
import type { BigCommerceShop } from '../shop.js';
import { toOrderAddress } from './address.js';
import { chargesOf, toCharge } from './charges.js';
import { disputesOf } from './dispute.js';
import { fulfillmentsOf } from './fulfillment.js';
import { gatewayPayments } from './gateway-payment.js';
import { toOrderLine } from './order-line.js';
import { paymentsOf } from './payment.js';
import { type PricedLine, priceLines } from './priced-line.js';
import { refundedTotal, refundsOf, toRefund } from './refund.js';
import { isStatus, statusId, toFulfillmentStatus, toOrderStatus } from './statuses.js';
import { type Tender, tenderOf } from './tender.js';
import { roundingOf, toTotals } from './totals.js';
import { transactionsOf } from './transaction.js';

interface OrderSource {
  readonly body: OrderBody;
  readonly order: NativeOrder;
  readonly lines: readonly PricedLine[];
  readonly currency: string;
  readonly tender: Tender;
  /** Null where refunds were not read. */
  readonly refunded: Decimal | null;
}

const toCustomer = mapper<NativeOrder, OrderCustomer, unknown>({
  id: order => optionalId(order.customer_id),
  guest: order => optionalId(order.customer_id) === null,
  name: order => words(order.billing_address?.first_name, order.billing_address?.last_name),
  email: order => unmasked(order.billing_address?.email),
  phone: order => unmasked(order.billing_address?.phone),
});

/** The transactional currency; what the shopper was shown may be another. */
function currencyOf(order: NativeOrder, shop: BigCommerceShop): string {
  const found = currencyCode(order.default_currency_code) ?? currencyCode(order.currency_code) ?? shop.currency;
  if (found === null) throw new TypeError('the order names no currency, nor does the shop');
  return found;
}

const shopCurrencyOf = ({ order }: OrderSource, shop: BigCommerceShop): string | null =>
  currencyCode(order.store_default_currency_code) ?? shop.currency;

/** The platform states the rate the other way round: what one unit of the shop's currency is in the order's. */
function exchangeRateOf(source: OrderSource, shop: BigCommerceShop) {
  const shopCurrency = shopCurrencyOf(source, shop);
  if (shopCurrency === source.currency) return '1';
  const rate = optionalAmount(source.order.store_default_to_transactional_exchange_rate, 10);
  return shopCurrency === null || rate === null || isZero(rate) ? null : divide('1', rate, 10);
}

function closedAtOf({ order }: OrderSource): Instant | null {
  const modified = instant(order.date_modified);
  if (isStatus(order, statusId.shipped, statusId.completed)) return instant(order.date_shipped) ?? modified;
  return isStatus(order, statusId.refunded, statusId.canceled, statusId.declined) ? modified : null;
}

/** Refunds that are known outrank a payment_status that has not followed. */
function paymentStatusOf({ order, tender: { status }, refunded }: OrderSource): PaymentStatus {
  const back = refunded ?? '0';
  if (status !== 'paid' || isZero(back)) return status;
  return compare(back, optionalAmount(order.total_inc_tax) ?? '0') >= 0 ? 'refunded' : 'partiallyRefunded';
}

const addressesOf = ({ consignments }: NativeOrder) =>
  consignments && !Array.isArray(consignments) ? (consignments.shipping ?? []) : [];

function channelOf({ order }: OrderSource, { channels }: BigCommerceShop): Order['channel'] {
  const channel = optionalId(order.channel_id);
  return channel === null ? null : { id: channel, name: channels[channel] ?? null };
}

export const toOrder = mapper<OrderSource, Order, BigCommerceShop>({
  id: ({ order }) => id(order.id),
  createdAt: ({ order }) => instant(order.date_created),
  sourceModifiedAt: ({ order }) => instant(order.date_modified),
  derived: always(false, 'orders are records of the platform'),
  number: ({ order }) => id(order.id),
  placedAt: ({ order }) => instant(order.date_created),
  closedAt: derived(
    'shipped and completed: date_shipped, else date_modified; refunded, canceled, declined: date_modified',
    closedAtOf,
  ),
  status: ({ order }) => toOrderStatus(order),
  paymentStatus: derived("payment_status and refunds; where it is empty, the order's own status", paymentStatusOf),
  fulfillmentStatus: derived("the order's status and its units shipped", ({ order }) => toFulfillmentStatus(order)),
  statusRaw: ({ order }) => text(order.status),
  paymentStatusRaw: ({ order }) => text(order.payment_status),
  channel: channelOf,
  customer: nest(toCustomer, ({ order }) => order),
  billingAddress: nest(toOrderAddress, ({ order }) => order.billing_address),
  shippingAddresses: each(toOrderAddress, ({ order }) => addressesOf(order)),
  currency: ({ currency }) => currency,
  taxInclusive: ({ order }) => flag(order.is_tax_inclusive_pricing),
  lines: each(toOrderLine, ({ lines, order, currency }) => {
    const canceled = isStatus(order, statusId.canceled, statusId.declined);
    const fulfilled = toFulfillmentStatus(order) === 'fulfilled';
    const ofLines = { currency, canceled, fulfilled };
    return lines.map(priced => ({ priced, order: ofLines }));
  }),
  charges: each(toCharge, ({ body, lines, currency }) =>
    chargesOf(
      body,
      lines.map(({ line }) => line),
      currency,
    ),
  ),
  adjustments: derived('where tax rounded by the unit outweighs the discount of a line', roundingOf),
  totals: nest(toTotals, source => source),
  shopCurrency: shopCurrencyOf,
  exchangeRate: derived('the inverse of store_default_to_transactional_exchange_rate, at 10 places', exchangeRateOf),
  shopTotals: absent('BigCommerce states an order in one currency only'),
  note: ({ order }) => text(order.customer_message),
});

const named = <Name extends ResourceName>(resource: Name, records: readonly Resources[Name][]): ModelRecord[] =>
  records.map(record => ({ resource, record }) as ModelRecord);

/** All that one order becomes: itself, and what happened with its money and its goods. */
export function normalizeOrder(body: OrderBody, shop: BigCommerceShop): ModelRecord[] {
  const { order } = body;
  const currency = currencyOf(order, shop);
  const tender = tenderOf(order);
  const lines = priceLines(body);
  const refunds = refundsOf(body, currency);
  const source = { body, order, currency, tender, lines, refunded: refunds && refundedTotal(refunds) };
  const recorded = gatewayPayments(body.transactions ?? []);
  return named('orders', [toOrder(source, shop)]).concat(
    named('payments', paymentsOf(body, recorded, tender, currency, shop)),
    named('transactions', transactionsOf(body, recorded, currency)),
    named('refunds', refunds?.map(refund => toRefund(refund, undefined)) ?? []),
    named('fulfillments', fulfillmentsOf(body)),
    named('disputes', disputesOf(body, currency)),
  );
}
