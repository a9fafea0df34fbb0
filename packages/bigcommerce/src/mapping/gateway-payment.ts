import { amount, flag, optionalId, text } from '@cartograph/connector-kit';
import { absolute, type Decimal, type Payment, sum } from '@cartograph/core';
import type { NativeTransaction } from '../native/transaction.js';

/** One payment: the transaction that it began with, and all that went on from it. */
export interface GatewayPayment {
  readonly root: NativeTransaction;
  readonly rows: readonly NativeTransaction[];
}

export const eventOf = ({ event }: NativeTransaction): string => text(event) ?? '';
const isOk = ({ status }: NativeTransaction): boolean => text(status) !== 'error';

/** A test takes none. */
export const takesMoney = (row: NativeTransaction): boolean =>
  ['capture', 'purchase'].includes(eventOf(row)) && isOk(row) && !flag(row.test);

/** Money came in or went back: holds, voids and notices move none. */
export const movesMoney = (row: NativeTransaction): boolean =>
  takesMoney(row) || (eventOf(row) === 'refund' && isOk(row) && !flag(row.test));

/** Never negative: the event tells the direction. */
export const amountOfRow = (row: NativeTransaction): Decimal => absolute(amount(row.amount));

/** Money in test mode, given back, or announced a second time is no payment. */
const counts = (row: NativeTransaction): boolean => !flag(row.test) && !['refund', 'settled'].includes(eventOf(row));

/** Transactions by the payment that they belong to: an authorization, its capture and its void are one. */
export function gatewayPayments(transactions: readonly NativeTransaction[]): readonly GatewayPayment[] {
  const rows = transactions.filter(counts).sort((left, right) => Number(text(left.id)) - Number(text(right.id)));
  const payments = new Map<string, OpenPayment>();
  const rootOf = new Map<string, string>();
  for (const row of rows) {
    const own = text(row.id) ?? '';
    const root = rootOf.get(optionalId(row.reference_transaction_id) ?? '') ?? unnamedRoot(row, payments) ?? own;
    rootOf.set(own, root);
    const payment = payments.get(root);
    if (payment) payment.rows.push(row);
    else payments.set(root, { root: row, rows: [row] });
  }
  return [...payments.values()];
}

interface OpenPayment extends GatewayPayment {
  readonly rows: NativeTransaction[];
}

/** Gateways that do not say what a capture or void goes on from: it is the open hold of the same gateway and amount. */
function unnamedRoot(row: NativeTransaction, payments: ReadonlyMap<string, GatewayPayment>): string | undefined {
  if (!['capture', 'void'].includes(eventOf(row))) return undefined;
  for (const [id, { root, rows }] of payments) {
    const isOpen = ['authorization', 'pending'].includes(eventOf(root)) && isOk(root) && !rows.slice(1).some(isOk);
    if (isOpen && text(root.gateway) === text(row.gateway) && amountOfRow(root) === amountOfRow(row)) return id;
  }
  return undefined;
}

const isVoided = ({ rows }: GatewayPayment): boolean => rows.some(row => eventOf(row) === 'void' && isOk(row));

const openStatuses: Readonly<Record<string, Payment['status']>> = { authorization: 'authorized', pending: 'pending' };

export function statusOfPayment(payment: GatewayPayment): Payment['status'] {
  if (isVoided(payment)) return 'canceled';
  if (payment.rows.some(takesMoney)) return 'paid';
  return isOk(payment.root) ? (openStatuses[eventOf(payment.root)] ?? 'unknown') : 'failed';
}

/** The event that decided the status, as the platform calls it. */
export function rawStatusOfPayment({ root, rows }: GatewayPayment): string | null {
  const last = rows.findLast(isOk) ?? root;
  return isOk(last) ? text(last.event) : `${eventOf(last)} ${text(last.status)}`;
}

export function amountOfPayment(payment: GatewayPayment): Decimal {
  const taken = payment.rows.filter(takesMoney);
  return taken.length > 0 ? sum(taken.map(amountOfRow)) : amountOfRow(payment.root);
}
