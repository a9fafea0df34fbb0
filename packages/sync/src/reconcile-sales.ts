import {
  movedAmount,
  type Order,
  type Payment,
  proveOrder,
  provePayment,
  proveRefund,
  type Refund,
  type Returns,
  type Storage,
  type StoredRecord,
} from '@cartograph/core';
import type { ProofBook } from './reconcile-book.js';
import type { Movements } from './reconcile-movements.js';

type MovementName = 'payments' | 'refunds';

/** Every order with its payments and refunds, and then those whose order is not among them. */
export async function proveSales(
  storage: Storage,
  connectionId: string,
  { returns }: Movements,
  book: ProofBook,
): Promise<void> {
  for await (const order of storage.records({ resource: 'orders', connectionId })) {
    const of = { connectionId, orderId: order.id };
    const payments = await collect(storage.records({ resource: 'payments', ...of }));
    const refunds = await collect(storage.records({ resource: 'refunds', ...of }));
    const { id, currency } = order;
    const entry = { resource: 'orders', id, currency, amount: movedAmount.orders(order) } as const;
    book.enter(entry, proveOrder(order, { payments, refunds, returns }));
    for (const payment of payments) enterPayment(book, payment, order);
    for (const refund of refunds) enterRefund(book, refund, order, returns);
  }
  const counts = await storage.counts(connectionId);
  if (book.count('payments') < counts.payments)
    for await (const [payment, order] of stray(storage, connectionId, 'payments')) enterPayment(book, payment, order);
  if (book.count('refunds') < counts.refunds)
    for await (const [refund, order] of stray(storage, connectionId, 'refunds'))
      enterRefund(book, refund, order, returns);
}

function enterPayment(book: ProofBook, payment: Payment, order: Order | null): void {
  const { id, currency } = payment;
  book.enter(
    { resource: 'payments', id, currency, amount: movedAmount.payments(payment) },
    provePayment(payment, order),
  );
}

function enterRefund(book: ProofBook, refund: Refund, order: Order | null, returns: Returns): void {
  const { id, currency } = refund;
  book.enter(
    { resource: 'refunds', id, currency, amount: movedAmount.refunds(refund) },
    proveRefund(refund, order, returns.ofRefund(id)),
  );
}

/** Movements of orders that were deleted since, with the order as it was, and of orders that were never read, with null. */
async function* stray<Name extends MovementName>(
  storage: Storage,
  connectionId: string,
  resource: Name,
): AsyncGenerator<readonly [StoredRecord<Name>, Order | null]> {
  for await (const movement of storage.records({ resource, connectionId })) {
    const order = await storage.record(connectionId, 'orders', movement.orderId);
    if (order === null || order.deletedAt !== null) yield [movement, order];
  }
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const found: Value[] = [];
  for await (const value of values) found.push(value);
  return found;
}
