import { emptySettlement, movedAmount, proveSettlement, type Storage } from '@cartograph/core';
import type { ProofBook } from './reconcile-book.js';
import type { Movements } from './reconcile-movements.js';

/** Holds each payout against the sums of its transactions. */
export async function provePayouts(
  storage: Storage,
  connectionId: string,
  { settlements }: Movements,
  book: ProofBook,
): Promise<void> {
  for await (const payout of storage.records({ resource: 'payouts', connectionId })) {
    const { id, currency } = payout;
    const proof = proveSettlement(payout, settlements.get(id) ?? emptySettlement);
    book.enter({ resource: 'payouts', id, currency, amount: movedAmount.payouts(payout) }, proof);
  }
}
