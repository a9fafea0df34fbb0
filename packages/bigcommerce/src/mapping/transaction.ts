import { absent, always, currency, derived, flag, id, mapper, text } from '@cartograph/connector-kit';
import { negate, type Transaction, type TransactionType } from '@cartograph/core';
import { instant } from '../native/instant.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeTransaction } from '../native/transaction.js';
import { amountOfRow, eventOf, type GatewayPayment, movesMoney } from './gateway-payment.js';

type Source = Transaction['source'];

/** A transaction that moved money, with what it is about. */
interface Movement {
  readonly row: NativeTransaction;
  readonly currency: string;
  readonly source: Source;
}

const types: Readonly<Record<string, TransactionType>> = { purchase: 'payment', capture: 'payment', refund: 'refund' };

const typeOf = ({ row }: Movement): TransactionType => types[eventOf(row)] ?? 'unknown';

export const toTransaction = mapper<Movement, Transaction, unknown>({
  id: ({ row }) => id(row.id),
  createdAt: ({ row }) => instant(row.date_created),
  sourceModifiedAt: derived('a transaction does not change', ({ row }) => instant(row.date_created)),
  derived: always(false, 'transactions are records of the platform'),
  amount: derived('the amount, negative for a refund; the platform writes it without a sign', movement =>
    typeOf(movement) === 'refund' ? negate(amountOfRow(movement.row)) : amountOfRow(movement.row),
  ),
  currency: ({ row, currency: ofOrder }) => currency(row.currency) ?? ofOrder,
  tax: absent('a gateway does not know of taxes'),
  type: derived(
    'purchases and captures are payments, refunds are refunds; holds, voids, notices, failed and test ones move no money; none are read with payments: "header"',
    typeOf,
  ),
  typeRaw: ({ row }) => text(row.event),
  source: derived(
    'its payment; of a refund its refund, where that names the transaction, else the order',
    ({ source }) => source,
  ),
  payoutId: absent('payouts are the payment gateway’s'),
  description: absent('a transaction has no description'),
});

/** The movements of money for an order, as far as its gateways tell. */
export function transactionsOf(
  { order, transactions, refunds }: OrderBody,
  payments: readonly GatewayPayment[],
  currency: string,
): Transaction[] {
  const rows = (transactions ?? []).filter(movesMoney);
  if (rows.length === 0) return [];
  const sources = new Map<string | null, Source>();
  for (const { root, rows: ofPayment } of payments)
    for (const row of ofPayment) sources.set(text(row.id), { type: 'payment', id: id(root.id) });
  for (const refund of refunds ?? [])
    for (const { transaction_id, is_declined } of refund.payments ?? [])
      if (!flag(is_declined)) sources.set(text(transaction_id), { type: 'refund', id: id(refund.id) });
  return rows.map(row => {
    const source = sources.get(text(row.id)) ?? { type: 'order', id: id(order.id) };
    return toTransaction({ row, currency, source }, undefined);
  });
}
