import { amount, amountOrZero, flag, optionalAmount, optionalId } from '@cartograph/connector-kit';
import { type Decimal, isZero, subtract, sum } from '@cartograph/core';
import type { NativeOrder } from './order.js';
import type { NativeOrderLine } from './order-line.js';

/** All discounts of a line, on the side that the order's `is_tax_inclusive_pricing` names. */
export const appliedDiscount = (line: NativeOrderLine): Decimal =>
  sum((line.applied_discounts ?? []).map(discount => amount(discount.amount)));

export const isTaxInclusive = (order: Pick<NativeOrder, 'is_tax_inclusive_pricing'>): boolean =>
  flag(order.is_tax_inclusive_pricing) ?? false;

/** The tax of a line after all its discounts, where the line itself tells it; otherwise null. */
export function ownTax(line: NativeOrderLine, inclusive: boolean): Decimal | null {
  const before = amountOrZero(line.total_tax);
  const discount = appliedDiscount(line);
  if (isZero(discount)) return before;
  const paid = optionalAmount(line.discounted_total_inc_tax);
  if (!inclusive && paid !== null) return subtract(paid, subtract(amount(line.total_ex_tax), discount));
  if (inclusive && isZero(paid ?? subtract(amount(line.total_inc_tax), discount))) return '0';
  const manualOnly = line.applied_discounts?.every(({ id }) => id === 'manual-discount') ?? false;
  return manualOnly || isZero(before) ? before : null;
}

/** Only `/taxes` tells the tax of two or more such lines; one alone is what the others leave of the order's `subtotal_tax`. */
export const needsTaxRows = (lines: readonly NativeOrderLine[], inclusive: boolean): boolean =>
  lines.filter(line => ownTax(line, inclusive) === null).length > 1;

/** The discounts that are on no line: those on shipping. */
export const discountBeyondLines = (order: NativeOrder, lines: readonly NativeOrderLine[]): Decimal =>
  subtract(
    sum([amountOrZero(order.discount_amount), amountOrZero(order.coupon_discount)]),
    sum(lines.map(appliedDiscount)),
  );

/** A product that came along inside another line and costs nothing of its own: its parent is counted instead. */
export const isFreeCompanion = (line: NativeOrderLine): boolean =>
  optionalId(line.parent_order_product_id) !== null &&
  isZero(optionalAmount(line.discounted_total_inc_tax) ?? amountOrZero(line.total_inc_tax)) &&
  isZero(amountOrZero(line.total_tax)) &&
  isZero(amountOrZero(line.wrapping_cost_inc_tax)) &&
  isZero(appliedDiscount(line));
