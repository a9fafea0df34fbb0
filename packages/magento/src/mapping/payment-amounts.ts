import { amountOrZero, optionalAmount } from '@cartograph/connector-kit';
import type { Decimal } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';

/** What the order's payment says of its money; the order stands in where a module leaves it out. */
export const paymentAmounts = ({
  payment,
  grand_total,
  total_paid,
}: NativeOrder): Readonly<Record<'ordered' | 'authorized' | 'paid', Decimal>> => ({
  ordered: optionalAmount(payment?.amount_ordered) ?? amountOrZero(grand_total),
  authorized: amountOrZero(payment?.amount_authorized),
  paid: optionalAmount(payment?.amount_paid) ?? amountOrZero(total_paid),
});
