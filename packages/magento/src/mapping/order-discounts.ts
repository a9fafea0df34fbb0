import { absent, mapper, text } from '@cartograph/connector-kit';
import { type Decimal, type DiscountAllocation, isZero } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';

interface Discount {
  readonly order: NativeOrder;
  readonly amount: Decimal;
}

/** A line or charge tells one discount, however many rules made it. */
export const toDiscountAllocation = mapper<Discount, DiscountAllocation, unknown>({
  id: absent('a discount is not split by the rules that made it'),
  name: ({ order }) => text(order.discount_description) ?? text(order.coupon_code),
  code: ({ order }) => text(order.coupon_code),
  amount: ({ amount }) => amount,
});

export const discountOf = (order: NativeOrder, amount: Decimal): Discount[] =>
  isZero(amount) ? [] : [{ order, amount }];
