import {
  absent,
  always,
  amountOrZero,
  derived,
  each,
  flag,
  id,
  isAbsent,
  mapper,
  nest,
  optionalId,
  text,
  unmasked,
} from '@cartograph/connector-kit';
import { isZero, type Order, type OrderCustomer } from '@cartograph/core';
import type { NativeAddress } from '../native/address.js';
import type { NativeOrder } from '../native/order.js';
import type { MagentoShop } from '../shop.js';
import { personName, toAddress } from './address.js';
import { exchangeRate, firstCurrency } from './currencies.js';
import { instant } from './instant.js';
import { orderCharges, toCharge } from './order-charge.js';
import { orderLines, toOrderLine } from './order-line.js';
import { orderRows } from './order-rows.js';
import { closingEntry, fulfillmentStatus, orderStatus, paymentStatus } from './order-status.js';
import { fixedTaxes, toAdjustment, toOrderTotals, toShopTotals } from './order-totals.js';

const toOrderCustomer = mapper<NativeOrder, OrderCustomer, unknown>({
  id: order => (isGuest(order) ? null : optionalId(order.customer_id)),
  guest: order => isGuest(order),
  name: order =>
    personName({
      prefix: order.customer_prefix,
      firstname: order.customer_firstname,
      middlename: order.customer_middlename,
      lastname: order.customer_lastname,
      suffix: order.customer_suffix,
    }) ?? (order.billing_address ? personName(order.billing_address) : null),
  email: order => unmasked(order.customer_email),
  phone: derived('of the billing address', order => unmasked(order.billing_address?.telephone)),
});

const isGuest = (order: NativeOrder): boolean =>
  flag(order.customer_is_guest) ?? optionalId(order.customer_id) === null;

const toChannel = mapper<NativeOrder, NonNullable<Order['channel']>, MagentoShop>({
  id: order => id(order.store_id),
  name: (order, shop) => shop.storeViews[id(order.store_id)]?.name ?? text(text(order.store_name)?.split('\n').at(-1)),
});

export const toOrder = mapper<NativeOrder, Order, MagentoShop>({
  id: order => id(order.entity_id),
  createdAt: order => instant(order.created_at),
  sourceModifiedAt: order => instant(order.updated_at),
  derived: always(false, 'orders are records of the platform'),
  number: order => id(order.increment_id),
  placedAt: order => instant(order.created_at),
  closedAt: derived(
    'when the history first shows the final status; null where the list leaves the history out',
    order => instant(closingEntry(order)?.created_at),
  ),
  status: derived('from the state, which Magento’s code fixes', order => orderStatus(order)),
  paymentStatus: derived('from what was paid, authorized and refunded', order => paymentStatus(order)),
  fulfillmentStatus: derived('from the shipped quantities', order => fulfillmentStatus(orderRows(order.items ?? []))),
  statusRaw: order => text(order.status) ?? text(order.state),
  paymentStatusRaw: absent('Magento has no word for it'),
  channel: nest(toChannel, order => (optionalId(order.store_id) === null ? null : order)),
  customer: nest(toOrderCustomer, order => order),
  billingAddress: nest(toAddress, order => order.billing_address),
  shippingAddresses: each(toAddress, order => shippingAddresses(order)),
  currency: order => firstCurrency(order.order_currency_code, order.base_currency_code),
  taxInclusive: derived('true where a discount holds tax; otherwise orders do not tell', order =>
    holdsTax(order) ? true : null,
  ),
  lines: each(toOrderLine, order => orderLines(order)),
  charges: each(toCharge, order => orderCharges(order)),
  adjustments: each(toAdjustment, order => fixedTaxes(order, orderRows(order.items ?? []))),
  totals: nest(toOrderTotals, order => order),
  shopCurrency: order => (isAbsent(order.base_currency_code) ? null : firstCurrency(order.base_currency_code)),
  exchangeRate: derived('1 ÷ base_to_order_rate, which has four decimals', order =>
    exchangeRate(order.base_to_order_rate),
  ),
  shopTotals: nest(toShopTotals, order => (isAbsent(order.base_currency_code) ? null : order)),
  note: order => text(order.customer_note),
});

/** Virtual orders have none. */
const shippingAddresses = (order: NativeOrder): NativeAddress[] =>
  (order.extension_attributes?.shipping_assignments ?? []).flatMap(({ shipping }) => shipping?.address ?? []);

const holdsTax = (order: NativeOrder): boolean =>
  [order.discount_tax_compensation_amount, order.shipping_discount_tax_compensation_amount].some(
    part => !isZero(amountOrZero(part)),
  );
