import { asWritten, padded, rateText } from '../amounts.js';
import { rfc2822 } from '../dates.js';
import { posChannel } from '../shop/channels.js';
import { defaultCurrency } from '../shop/currencies.js';
import type { OrderRecord } from '../shop/order-book.js';
import type { Charge } from '../shop/order-model.js';
import { orderStatus } from '../shop/statuses.js';
import { sumOf, taxOf } from '../shop/taxes.js';
import { addressBody } from './address.js';
import { link } from './link.js';

const sums = (charges: readonly Charge[]) => ({
  base: sumOf(charges.map(charge => charge.taxed.entered)),
  ex: sumOf(charges.map(charge => charge.taxed.ex)),
  inc: sumOf(charges.map(charge => charge.taxed.inc)),
  tax: sumOf(charges.map(charge => taxOf(charge.parts))),
});

/** `base_shipping_cost`, `shipping_cost_ex_tax` and so on. */
function chargeFields(name: string, charges: readonly Charge[], taxClassId: number, money: (amount: number) => string) {
  const { base, ex, inc, tax } = sums(charges);
  return {
    [`base_${name}_cost`]: money(base),
    [`${name}_cost_ex_tax`]: money(ex),
    [`${name}_cost_inc_tax`]: money(inc),
    [`${name}_cost_tax`]: money(tax),
    [`${name}_cost_tax_class_id`]: taxClassId,
  };
}

/** Payments that happen outside leave no status until money is given back. */
function paymentStatus({ order, state }: OrderRecord): string {
  const silent = order.payment.flow === 'unrecorded' && order.payment.method !== 'none';
  return silent && !state.paymentStatus.includes('refunded') ? '' : state.paymentStatus;
}

const uuid = (id: number): string => {
  const digits = Math.imul(id, 2_654_435_761) >>> 0;
  const hex = digits.toString(16).padStart(8, '0');
  return `${hex}-${hex.slice(0, 4)}-4${hex.slice(1, 4)}-9${hex.slice(4, 7)}-${hex}${id.toString(16).padStart(4, '0').slice(-4)}`;
};

export const cartIdOf = ({ order }: Pick<OrderRecord, 'order'>): string | null =>
  order.writtenByApi || order.source === 'manual' ? null : uuid(order.id);

/** What the shopper sees and pays in, what it is worth at home. */
function currencyFields({ order }: OrderRecord) {
  const { currency, displayCurrency, writtenByApi, legacy } = order;
  return {
    currency_id: displayCurrency.id,
    currency_code: displayCurrency.code,
    currency_exchange_rate: rateText(writtenByApi ? 1 : displayCurrency.rate, writtenByApi),
    default_currency_id: currency.id,
    default_currency_code: currency.code,
    store_default_currency_code: legacy ? '' : defaultCurrency.code,
    store_default_to_transactional_exchange_rate: rateText(currency.rate, writtenByApi),
  };
}

export function orderBody(record: OrderRecord, storeHash: string): Record<string, unknown> {
  const { order, state } = record;
  const money = order.writtenByApi ? asWritten : padded;
  const { totals, tender, billing } = order;
  const status = orderStatus(state.statusId);
  const physical = order.lines.some(line => line.kind === 'physical');
  const sub = (name: string) => link(storeHash, `/orders/${order.id}/${name}`);
  return {
    id: order.id,
    customer_id: order.customerId,
    date_created: rfc2822(order.createdAt),
    date_modified: rfc2822(state.modifiedAt),
    date_shipped: state.shippedAt === null ? '' : rfc2822(state.shippedAt),
    status_id: state.statusId,
    status: status.name,
    subtotal_ex_tax: money(totals.subtotalEx),
    subtotal_inc_tax: money(totals.subtotalInc),
    subtotal_tax: money(totals.subtotalTax),
    ...chargeFields(
      'shipping',
      order.addresses.map(address => address.shipping),
      2,
      money,
    ),
    ...chargeFields(
      'handling',
      order.addresses.map(address => address.handling),
      2,
      money,
    ),
    ...chargeFields(
      'wrapping',
      order.lines.flatMap(line => line.wrapped ?? []),
      3,
      money,
    ),
    total_ex_tax: money(totals.totalEx),
    total_inc_tax: money(totals.totalInc),
    total_tax: money(totals.totalTax),
    is_tax_inclusive_pricing: order.zone.inclusive,
    items_total: sumOf(order.lines.map(line => line.quantity)),
    items_shipped: sumOf(state.shippedUnits.values()),
    payment_method: order.payment.name,
    payment_provider_id: state.transactions.length > 0 ? `ch_${order.id}` : order.writtenByApi ? null : '',
    payment_status: paymentStatus(record),
    // Always zero since refunds became records of their own.
    refunded_amount: money(0),
    order_is_digital: !physical,
    store_credit_amount: money(tender.storeCredit),
    gift_certificate_amount: money(tender.giftCertificate),
    ip_address: order.writtenByApi ? '' : `203.0.113.${order.id % 254}`,
    ip_address_v6: '',
    geoip_country: order.writtenByApi ? '' : billing.country,
    geoip_country_iso2: order.writtenByApi ? '' : billing.countryCode,
    ...currencyFields(record),
    staff_notes: order.staffNotes,
    customer_message: order.message,
    discount_amount: money(order.discountAmount),
    coupon_discount: money(order.couponDiscount),
    shipping_address_count: order.addresses.length,
    ...(order.legacy ? {} : { is_deleted: state.archived }),
    ebay_order_id: '0',
    cart_id: cartIdOf(record),
    billing_address: { ...addressBody(billing, order.company), form_fields: [] },
    is_email_opt_in: order.id % 5 === 0,
    credit_card_type: order.writtenByApi ? {} : null,
    order_source: order.source,
    channel_id: order.channelId,
    external_source: order.channelId === posChannel ? 'POS' : null,
    consignments: sub('consignments'),
    products: sub('products'),
    shipping_addresses: sub('shippingaddresses'),
    coupons: sub('coupons'),
    fees: sub('fees'),
    external_id: order.externalId,
    external_merchant_id: null,
    tax_provider_id: order.taxProvider,
    custom_status: status.label,
    customer_locale: billing.countryCode === 'JP' ? 'ja' : 'en',
    external_order_id: order.externalId ?? '',
    ...order.written,
  };
}
