import { absent, always, amountOrZero, derived, id, mapper, optionalId, text } from '@cartograph/connector-kit';
import { type Decimal, negate, type Transaction } from '@cartograph/core';
import type { NativeDocument, NativeTransaction, TransactionBody } from '../native/transaction.js';
import { firstCurrency } from './currencies.js';
import { instant } from './instant.js';

/** The types by which money moves; an authorization, an order at the gateway and a void move none. */
const typeOf: Readonly<Record<string, Transaction['type']>> = {
  capture: 'payment',
  payment: 'payment',
  refund: 'refund',
};

const withoutMovement = new Set(['authorization', 'order', 'void']);

export const movesMoney = ({ transaction }: TransactionBody): boolean =>
  !withoutMovement.has(text(transaction.txn_type) ?? '');

type Source = NonNullable<Transaction['source']>;

const toSource = mapper<Source, Source, unknown>({
  type: derived('the payment of the order; the refund whose credit memo names the transaction', source => source.type),
  id: source => source.id,
});

export const toTransaction = mapper<TransactionBody, Transaction, unknown>({
  id: ({ transaction }) => id(transaction.transaction_id),
  createdAt: ({ transaction }) => instant(transaction.created_at),
  sourceModifiedAt: derived('the time of its creation: transactions have no other', ({ transaction }) =>
    instant(transaction.created_at),
  ),
  derived: always(false, 'transactions are records of the platform'),
  amount: derived(
    'grand total of the one invoice or credit memo that names the transaction; null where none does, for transactions have no amount',
    body => signed(body, 'grand_total'),
  ),
  currency: derived('of that invoice or credit memo', body => {
    const document = documentOf(body);
    return document ? firstCurrency(document.order_currency_code, document.base_currency_code) : null;
  }),
  tax: derived('of that invoice or credit memo', body => signed(body, 'tax_amount')),
  type: ({ transaction }) => transactionType(transaction),
  typeRaw: ({ transaction }) => text(transaction.txn_type),
  source: body => toSource(sourceOf(body), undefined),
  payoutId: absent('payouts happen at the payment gateway'),
  description: derived('the gateway’s own id of the movement', ({ transaction }) => text(transaction.txn_id)),
});

const transactionType = ({ txn_type }: NativeTransaction): Transaction['type'] =>
  typeOf[text(txn_type) ?? ''] ?? 'unknown';

/** Two documents that name the same transaction do not tell how it is split. */
const documentOf = ({ documents }: TransactionBody): NativeDocument | undefined =>
  documents.length === 1 ? documents[0] : undefined;

function signed(body: TransactionBody, field: 'grand_total' | 'tax_amount'): Decimal | null {
  const document = documentOf(body);
  if (!document) return null;
  const amount = amountOrZero(document[field]);
  return transactionType(body.transaction) === 'refund' ? negate(amount) : amount;
}

function sourceOf(body: TransactionBody): Source {
  const { order_id, payment_id } = body.transaction;
  const refund = transactionType(body.transaction) === 'refund' ? documentOf(body) : undefined;
  if (refund) return { type: 'refund', id: id(refund.entity_id) };
  const payment = transactionType(body.transaction) === 'payment' ? optionalId(payment_id) : null;
  return payment === null ? { type: 'order', id: id(order_id) } : { type: 'payment', id: payment };
}
