import type { Order } from '../model/order.js';
import type { Payment } from '../model/payment.js';
import { type Check, checkAtMost } from './check.js';
import { originChecks } from './origin.js';
import { conclude, type Proof } from './proof.js';

/** Holds a payment against its order; null where no order has that id. Its share of what was paid is held by the order's own proof. */
export const provePayment = (payment: Payment, order: Order | null): Proof =>
  conclude([...originChecks(payment, order), ...promiseChecks(payment, order)], 'amount', []);

/**
 * While an order waits for money, none is promised beyond what is due. One promise at a time: where a hold was made anew,
 * the one before may still stand.
 */
function promiseChecks({ status, amount, currency }: Payment, order: Order | null): Check[] {
  const isPromise = (status === 'authorized' || status === 'pending') && status === order?.paymentStatus;
  if (!isPromise || currency !== order.currency || order.totals.due === null) return [];
  return [checkAtMost('amount', amount, order.totals.due)];
}
