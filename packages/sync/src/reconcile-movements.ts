import { createReturns, emptySettlement, type Returns, type Settlement, type Storage, settle } from '@cartograph/core';

/** What all transactions of a connection moved. */
export interface Movements {
  /** By payout. */
  readonly settlements: ReadonlyMap<string, Settlement>;
  readonly returns: Returns;
}

/** One pass over the transactions, of which only sums are kept. */
export async function readMovements(storage: Storage, connectionId: string): Promise<Movements> {
  const settlements = new Map<string, Settlement>();
  const returns = createReturns();
  for await (const transaction of storage.records({ resource: 'transactions', connectionId })) {
    const { payoutId } = transaction;
    if (payoutId !== null) settlements.set(payoutId, settle(settlements.get(payoutId) ?? emptySettlement, transaction));
    returns.enter(transaction);
  }
  return { settlements, returns };
}
