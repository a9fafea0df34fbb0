import type { StoredRecord } from '@cartograph/core';
import { allDates, metadata } from './dates.js';
import { beyond, ifKnown, known, toDate, toNumber } from './shape.js';
import { disputeStatus } from './words.js';

type StoredDispute = StoredRecord<'disputes'>;

export const toCodatDispute = (dispute: StoredDispute) =>
  known({
    id: dispute.id,
    disputedTransactions: contestedBy(dispute),
    totalAmount: toNumber(dispute.amount),
    currency: dispute.currency,
    status: disputeStatus[dispute.status],
    reason: dispute.reason,
    dueDate: ifKnown(dispute.dueAt, toDate),
    ...allDates(dispute),
    metadata: metadata(dispute),
    cartograph: beyond(dispute, ['orderId', 'statusRaw', 'derived']),
  });

/** The order where the platform names no movement of money. */
function contestedBy({ transactionIds, orderId }: StoredDispute) {
  if (transactionIds.length > 0) return transactionIds.map(id => ({ id, type: 'Payment' }));
  return orderId === null ? [] : [{ id: orderId, type: 'Order' }];
}
