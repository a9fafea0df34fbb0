import { amountOrZero, text } from '@cartograph/connector-kit';
import { compare, type FulfillmentStatus, isZero, type OrderStatus, type PaymentStatus } from '@cartograph/core';
import type { NativeOrder } from '../native/order.js';

/** The fifteen fixed statuses. */
export const statusId = {
  incomplete: '0',
  pending: '1',
  shipped: '2',
  partlyShipped: '3',
  refunded: '4',
  canceled: '5',
  declined: '6',
  awaitingPayment: '7',
  completed: '10',
  disputed: '13',
  partlyRefunded: '14',
} as const;

const orderStatuses: Readonly<Record<string, OrderStatus>> = {
  0: 'open',
  1: 'open',
  2: 'completed',
  3: 'open',
  4: 'completed',
  5: 'canceled',
  6: 'canceled',
  7: 'open',
  8: 'open',
  9: 'open',
  10: 'completed',
  11: 'open',
  12: 'onHold',
  13: 'onHold',
};

const statusOf = (order: NativeOrder): string => text(order.status_id) ?? '';

export const isStatus = (order: NativeOrder, ...ids: readonly string[]): boolean => ids.includes(statusOf(order));

const shippedWholly = (order: NativeOrder): boolean =>
  !isZero(amountOrZero(order.items_shipped)) &&
  compare(amountOrZero(order.items_shipped), amountOrZero(order.items_total)) >= 0;

/** Partially refunded says nothing about delivery: such an order is completed once all of it has left. */
export const toOrderStatus = (order: NativeOrder): OrderStatus =>
  isStatus(order, statusId.partlyRefunded)
    ? shippedWholly(order)
      ? 'completed'
      : 'open'
    : (orderStatuses[statusOf(order)] ?? 'unknown');

export function toFulfillmentStatus(order: NativeOrder): FulfillmentStatus {
  if (isStatus(order, statusId.shipped, statusId.completed) || shippedWholly(order)) return 'fulfilled';
  return isStatus(order, statusId.partlyShipped) || !isZero(amountOrZero(order.items_shipped))
    ? 'partial'
    : 'unfulfilled';
}

const paymentStatuses: Readonly<Record<string, PaymentStatus>> = {
  authorized: 'authorized',
  'capture pending': 'authorized',
  captured: 'paid',
  paid: 'paid',
  pending: 'pending',
  'held for review': 'pending',
  declined: 'failed',
  void: 'voided',
  'void pending': 'voided',
  'partially refunded': 'partiallyRefunded',
  refunded: 'refunded',
};

/** What an order's own status tells of a payment outside the platform, which leaves `payment_status` empty. */
const statusesWithoutPayment: Readonly<Record<string, PaymentStatus>> = {
  0: 'unpaid',
  1: 'unpaid',
  4: 'refunded',
  5: 'voided',
  6: 'failed',
  7: 'unpaid',
  10: 'paid',
  14: 'partiallyRefunded',
};

/** `covered`: store credit and gift certificates pay for all of it. */
export function toPaymentStatus(order: NativeOrder, covered: boolean): PaymentStatus {
  const raw = text(order.payment_status);
  if (raw !== null) return paymentStatuses[raw.toLowerCase()] ?? 'unknown';
  const finished = !isStatus(order, statusId.incomplete, statusId.canceled, statusId.declined);
  const own = statusesWithoutPayment[statusOf(order)] ?? 'pending';
  return covered && finished && own !== 'refunded' && own !== 'partiallyRefunded' ? 'paid' : own;
}
