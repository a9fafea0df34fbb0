import { amountOrZero, text } from '@cartograph/connector-kit';
import { absolute, compare, type Decimal, divide, isZero, multiply, round, subtract, sum } from '@cartograph/core';
import type { OrderRecord } from '../native/order.js';
import type { OrderItemRecord } from '../native/order-item.js';

/** What is left of an order after cancellations and refunds. Exact, in the order’s currency. */
export interface OrderFigures {
  readonly currency: string | null;
  /** What was to be paid when it was placed. */
  readonly grand: Decimal;
  readonly canceled: Decimal;
  readonly refunded: Decimal;
  /** Grand less canceled and refunded. */
  readonly net: Decimal;
  readonly paid: Decimal;
  /** Still to be paid. Magento’s own `total_due` stays as it was when an order is canceled. */
  readonly outstanding: Decimal;
  readonly invoiced: Decimal;
  /** Goods before tax and discount. */
  readonly netSubtotal: Decimal;
  readonly netTax: Decimal;
  /** Before tax. */
  readonly netShipping: Decimal;
  /** Positive; of goods and shipping. */
  readonly netDiscount: Decimal;
}

/** What is left of a row. A configurable product’s amounts are on the parent row, a part’s are 0. */
export interface ItemFigures {
  readonly ordered: Decimal;
  readonly canceled: Decimal;
  readonly refunded: Decimal;
  /** Ordered less canceled and refunded. */
  readonly net: Decimal;
  readonly invoiced: Decimal;
  readonly shipped: Decimal;
  /** What the shopper was to pay for the row: with tax, less discount. */
  readonly total: Decimal;
  readonly refundedTotal: Decimal;
  /** The share of the quantity that was canceled, to four places: Magento states none. */
  readonly canceledTotal: Decimal;
  readonly netTotal: Decimal;
}

const read = amountOrZero;
/** No less than nothing. */
const floor = (amount: Decimal): Decimal => (compare(amount, '0') < 0 ? '0' : amount);
const less = (amount: Decimal, ...parts: readonly Decimal[]): Decimal => subtract(amount, sum(parts));

/** Exact, though the shop prints numbers with seventeen digits. */
export function orderFigures(order: Readonly<Partial<OrderRecord>>): OrderFigures {
  const grand = read(order.grand_total);
  const canceled = read(order.total_canceled);
  const refunded = read(order.total_refunded);
  // The shop writes an order's own discount and the refunded one as negative, the canceled one as positive.
  const [discount, ...given] = [order.discount_amount, order.discount_refunded, order.discount_canceled].map(amount =>
    absolute(read(amount)),
  );
  return {
    currency: text(order.order_currency_code),
    grand,
    canceled,
    refunded,
    net: less(grand, canceled, refunded),
    paid: read(order.total_paid),
    outstanding: floor(less(read(order.total_due), canceled)),
    invoiced: read(order.total_invoiced),
    netSubtotal: less(read(order.subtotal), read(order.subtotal_canceled), read(order.subtotal_refunded)),
    netTax: less(read(order.tax_amount), read(order.tax_canceled), read(order.tax_refunded)),
    netShipping: less(read(order.shipping_amount), read(order.shipping_canceled), read(order.shipping_refunded)),
    netDiscount: floor(less(discount ?? '0', ...given)),
  };
}

export function itemFigures(item: Readonly<Partial<OrderItemRecord>>): ItemFigures {
  const [ordered, canceled, refunded] = [read(item.qty_ordered), read(item.qty_canceled), read(item.qty_refunded)];
  const total = less(
    sum([
      read(item.row_total),
      read(item.tax_amount),
      read(item.discount_tax_compensation_amount),
      read(item.weee_tax_applied_row_amount),
    ]),
    read(item.discount_amount),
  );
  const refundedTotal = less(
    sum([read(item.amount_refunded), read(item.tax_refunded), read(item.discount_tax_compensation_refunded)]),
    read(item.discount_refunded),
  );
  const canceledTotal = isZero(ordered) ? '0' : round(divide(multiply(total, canceled), ordered, 8), 4);
  return {
    ordered,
    canceled,
    refunded,
    net: less(ordered, canceled, refunded),
    invoiced: read(item.qty_invoiced),
    shipped: read(item.qty_shipped),
    total,
    refundedTotal,
    canceledTotal,
    netTotal: less(total, refundedTotal, canceledTotal),
  };
}
