import type { Transaction } from '../model/transaction.js';
import { emptySettlement, type Settlement, settle } from './settlement.js';

/** What transactions of the type `refund` gave back, by the refund or the order that they name. */
export interface Returns {
  /** Others are left out. */
  enter(transaction: Transaction): void;
  ofRefund(id: string): Settlement;
  /** Without those that name a refund. */
  ofOrder(id: string): Settlement;
}

/** It grows with the number of refunds that gateways tell of. */
export function createReturns(): Returns {
  const settlements = { refund: new Map<string, Settlement>(), order: new Map<string, Settlement>() };
  return {
    enter(transaction) {
      const { type, source } = transaction;
      if (type !== 'refund' || (source?.type !== 'refund' && source?.type !== 'order')) return;
      const known = settlements[source.type];
      known.set(source.id, settle(known.get(source.id) ?? emptySettlement, transaction));
    },
    ofRefund: id => settlements.refund.get(id) ?? emptySettlement,
    ofOrder: id => settlements.order.get(id) ?? emptySettlement,
  };
}
