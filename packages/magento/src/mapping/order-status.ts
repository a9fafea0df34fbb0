import { amountOrZero, text } from '@cartograph/connector-kit';
import {
  add,
  compare,
  type Decimal,
  type FulfillmentStatus,
  isZero,
  type OrderStatus,
  type PaymentStatus,
} from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';
import { fulfilledUnits, isSettled, type OrderRow } from './order-rows.js';
import { grandTotal, paidTotal, refundedTotal } from './order-totals.js';
import { paymentAmounts } from './payment-amounts.js';

/** States are fixed by Magento's code; statuses are the merchant's own labels of them, so the state decides. */
const statusByState: Readonly<Record<string, OrderStatus>> = {
  new: 'open',
  pending_payment: 'open',
  processing: 'open',
  payment_review: 'open',
  complete: 'completed',
  closed: 'completed',
  canceled: 'canceled',
  holded: 'onHold',
};

export const orderStatus = (order: NativeOrder): OrderStatus => statusByState[text(order.state) ?? ''] ?? 'unknown';

const finalStates = new Set(['complete', 'closed', 'canceled']);

/** The word of the newest entry of the history that brought the final status; the list may leave the history out. */
export const closingEntry = (order: NativeOrder) =>
  finalStates.has(text(order.state) ?? '')
    ? (order.status_histories ?? []).find(entry => text(entry.status) === text(order.status))
    : undefined;

/** Nobody will pay this any more. */
const canceledTotal = (order: NativeOrder): Decimal => amountOrZero(order.total_canceled);

const waitingStates = new Set(['pending_payment', 'payment_review']);

/** By the amounts: what a state says of the money depends on the shop. */
export function paymentStatus(order: NativeOrder): PaymentStatus {
  const [paid, refunded] = [paidTotal(order), refundedTotal(order)];
  if (!isZero(refunded)) return compare(refunded, paid) >= 0 ? 'refunded' : 'partiallyRefunded';
  if (compare(paid, grandTotal(order)) >= 0) return 'paid';
  if (!isZero(paid)) return compare(add(paid, canceledTotal(order)), grandTotal(order)) >= 0 ? 'paid' : 'partiallyPaid';
  const state = text(order.state) ?? '';
  if (state === 'canceled') return 'voided';
  if (waitingStates.has(state)) return 'pending';
  return isZero(paymentAmounts(order).authorized) ? 'unpaid' : 'authorized';
}

export function fulfillmentStatus(rows: readonly OrderRow[]): FulfillmentStatus {
  if (rows.every(row => isZero(fulfilledUnits(row)))) return 'unfulfilled';
  return rows.every(isSettled) ? 'fulfilled' : 'partial';
}
