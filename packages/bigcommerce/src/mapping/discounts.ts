import { amount, text } from '@cartograph/connector-kit';
import {
  add,
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
  if (discounts.length === 0) return [];
  const stated = discounts.map(discount => amount(discount.amount));
  const all = sum(stated);
  const decimals = currencyDecimals(currency);
  let met = '0';
  let shared = '0';
  return discounts.map((discount, index) => {
    met = add(met, stated[index] ?? '0');
    const isLast = index === discounts.length - 1;
    const upToHere = isZero(all) ? '0' : isLast ? whole : divide(multiply(whole, met), all, decimals);
    const share = subtract(upToHere, shared);
    shared = upToHere;
    return { id: text(discount.id), name: text(discount.name), code: text(discount.code), amount: share };
  });
}
