import type { StoredRecord } from '@cartograph/core';
import { allDates, metadata } from './dates.js';
import { beyond, ifKnown, known, toDate, toNumber } from './shape.js';
import { transactionSourceType, transactionType } from './words.js';

export const toCodatTransaction = (transaction: StoredRecord<'transactions'>) =>
  known({
    id: transaction.id,
    totalAmount: ifKnown(transaction.amount, toNumber),
    currency: transaction.currency,
    type: transactionType[transaction.type],
    subType: transaction.typeRaw,
    transactionSourceRef: ifKnown(transaction.source, ({ type, id }) => ({ id, type: transactionSourceType[type] })),
    sourceCreatedDate: ifKnown(transaction.createdAt, toDate),
    ...allDates(transaction),
    metadata: metadata(transaction),
    cartograph: beyond(transaction, ['tax', 'source', 'payoutId', 'description']),
  });
