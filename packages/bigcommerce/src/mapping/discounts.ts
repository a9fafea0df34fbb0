import { amount, text } from '@cartograph/connector-kit';
import {
  currencyDecimals,
  type Decimal,
  type DiscountAllocation,
  divide,
  isZero,
  multiply,
  subtract,
  sum,
} from '@cartograph/core';
import type { NativeAppliedDiscount } from '../native/order-line.js';

/**
 * Named discounts as shares of `whole`, their sum without tax. Where prices include tax the platform states each with tax;
 * cumulative rounding keeps the shares at least zero and their sum exact.
 */
export function allocateDiscounts(
  discounts: readonly NativeAppliedDiscount[],
  whole: Decimal,
  currency: string,
): DiscountAllocation[] {
  const stated = discounts.map(discount => amount(discount.amount));
  const all = sum(stated);
  const upTo = (count: number): Decimal =>
    count === stated.length || isZero(all)
      ? whole
      : divide(multiply(whole, sum(stated.slice(0, count))), all, currencyDecimals(currency));
  return discounts.map((discount, index) => ({
    id: text(discount.id),
    name: text(discount.name),
    code: text(discount.code),
    amount: isZero(all) ? '0' : subtract(upTo(index + 1), index === 0 ? '0' : upTo(index)),
  }));
}
