import {
  absent,
  always,
  amount,
  currency,
  derived,
  id,
  mapper,
  optionalAmount,
  optionalId,
  text,
} from '@cartograph/connector-kit';
import { isNegative, isZero, type Transaction, type TransactionType } from '@cartograph/core';
import type { NativeTransaction, NativeTransactionBody } from '../native/transaction.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';

/** By the section of a statement that a type of transaction stands in. Sections are open: at least one more is live. */
const typesBySection: Readonly<Record<string, TransactionType>> = {
  item_revenue: 'payment',
  other_revenue: 'payment',
  subsidy: 'payment',
  item_refunds: 'refund',
  debit_other_revenues: 'refund',
  subsidy_refund: 'refund',
  fees: 'paymentFee',
};

/** The section beside the refunds of items: fees that come back, as far as its types are credits. */
const feesBack: Readonly<Record<string, TransactionType>> = { credit: 'paymentFeeRefund', debit: 'refund' };

/** Whether amounts of debits come with a minus is not documented: a row whose sign and type disagree is not understood. */
function isContradicted(row: NativeTransaction, direction: string | null): boolean {
  const moved = amount(row.amount);
  return !isZero(moved) && direction === (isNegative(moved) ? 'credit' : 'debit');
}

function typeOf({ transaction: row }: NativeTransactionBody, { transactionTypes }: IconicShop): TransactionType {
  const { section, direction } = transactionTypes[text(row.typeId) ?? ''] ?? { section: null, direction: null };
  if (section === null || isContradicted(row, direction)) return 'unknown';
  return (section === 'refunds' ? feesBack[direction ?? ''] : typesBySection[section]) ?? 'unknown';
}

export const toTransaction = mapper<NativeTransactionBody, Transaction, IconicShop>({
  id: ({ transaction: row }) => id(row.id),
  createdAt: ({ transaction: row }, shop) => instant(row.date, shop),
  sourceModifiedAt: absent('a row does not tell when its statement was closed, which is all that changes of it'),
  derived: always(false, 'the platform has a ledger'),
  amount: derived('`amount` with the sign that the platform gives it', ({ transaction: row }) => amount(row.amount)),
  currency: ({ transaction: row }) => currency(row.currency),
  tax: ({ transaction: row }) => optionalAmount(row.vatAmount),
  type: derived(
    'by the section of the statement that its type stands in; unknown for other sections, and where a debit is above zero or a credit below',
    typeOf,
  ),
  typeRaw: ({ transaction: row }) => text(row.typeName) ?? text(row.groupName),
  source: derived(
    'the order of `orderNumber`, whose id is found by the payouts of its items; null for rows of the seller as a whole',
    ({ orderId }) => (orderId === null ? null : { type: 'order', id: id(orderId) }),
  ),
  payoutId: derived('`statementId`; null while it is 0, the open statement', ({ transaction: row }) =>
    optionalId(row.statementId),
  ),
  description: ({ transaction: row }) => text(row.comment),
});
