import { movedAmount, proveSettlement, type Settlement, type Storage, settle } from '@cartograph/core';
import type { ProofBook } from './reconcile-book.js';

const empty: Settlement = new Map();

/** One pass over the transactions keeps their sums by payout; one over the payouts holds each against its own. */
export async function provePayouts(storage: Storage, connectionId: string, book: ProofBook): Promise<void> {
  const settlements = new Map<string, Settlement>();
  for await (const transaction of storage.records({ resource: 'transactions', connectionId })) {
    const { payoutId } = transaction;
    if (payoutId !== null) settlements.set(payoutId, settle(settlements.get(payoutId) ?? empty, transaction));
  }
  for await (const payout of storage.records({ resource: 'payouts', connectionId })) {
    const { id, currency } = payout;
    const proof = proveSettlement(payout, settlements.get(id) ?? empty);
    book.enter({ resource: 'payouts', id, currency, amount: movedAmount.payouts(payout) }, proof);
  }
}
