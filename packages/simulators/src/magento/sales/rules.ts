import { type Money, toMoney } from '../../money.js';
import { sumOf } from './documents.js';
import { openQuantity, paidInvoices, unshipped } from './operations.js';
import type { Sale, State } from './sale.js';

const isIn = (sale: Sale, ...states: readonly State[]): boolean => states.includes(sale.state);

export const canHold = (sale: Sale): boolean =>
  !isIn(sale, 'canceled', 'payment_review', 'complete', 'closed', 'holded');

export const canUnhold = (sale: Sale): boolean => sale.state === 'holded';

/** What is wholly invoiced cannot be canceled any more. */
export const canCancel = (sale: Sale): boolean =>
  !isIn(sale, 'canceled', 'payment_review', 'complete', 'closed', 'holded') &&
  sale.canceledAt === null &&
  sale.lines.some(line => openQuantity(line) > 0);

/** States in which no invoice can be made, whatever is open. */
export const isClosedToInvoices = (sale: Sale): boolean =>
  isIn(sale, 'payment_review', 'holded', 'canceled', 'complete', 'closed');

export const isClosedToShipments = (sale: Sale): boolean => isIn(sale, 'payment_review', 'holded', 'canceled');

export const isClosedToRefunds = (sale: Sale): boolean => isIn(sale, 'payment_review', 'holded', 'canceled', 'closed');

export const hasOpenRows = (sale: Sale): boolean => sale.lines.some(line => openQuantity(line) > 0);
export const hasUnshippedRows = (sale: Sale): boolean => sale.lines.some(line => unshipped(line) > 0);

/** Paid and not refunded yet, in the charged currency. */
export const refundableAmount = (sale: Sale): Money =>
  sumOf(paidInvoices(sale), 'order', 'grand') - sumOf(sale.creditMemos, 'order', 'grand');

/** Less than a cent is nothing that could be refunded. */
export const isRefundable = (sale: Sale): boolean => refundableAmount(sale) >= toMoney('0.01');

/** Statuses that the merchant has assigned to each state; PayPal's come with whatever state the order has. */
const statusesOf: Readonly<Record<State, readonly string[]>> = {
  new: ['pending'],
  pending_payment: ['pending_payment', 'pending_paypal'],
  processing: ['processing', 'fraud', 'awaiting_stock', 'qc_hold_7', 'paypal_reversed', 'paypal_canceled_reversal'],
  complete: ['complete', 'collected_vip', 'paypal_reversed', 'paypal_canceled_reversal'],
  closed: ['closed', 'paypal_reversed', 'paypal_canceled_reversal'],
  canceled: ['canceled'],
  holded: ['holded'],
  payment_review: ['payment_review', 'fraud'],
};

export const isStatusOfState = (sale: Sale, status: string): boolean =>
  status === sale.status || statusesOf[sale.state].includes(status);
