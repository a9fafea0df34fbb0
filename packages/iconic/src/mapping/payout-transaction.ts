import { absent, always, derived, mapper, text } from '@cartograph/connector-kit';
import { negate, type Transaction } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import type { Statement } from './statement.js';

/** The ledger has no row for the money that leaves it. */
export const toPayoutTransaction = mapper<Statement, Transaction, IconicShop>({
  id: derived('the statement', statement => `statement-${statement.id}`),
  createdAt: derived('when the statement was paid, else when it was due', ({ paidAt, dueAt }) => paidAt ?? dueAt),
  sourceModifiedAt: derived('when the statement was paid', statement => statement.paidAt),
  derived: always(true, 'the ledger has no row for a payout: it comes of the paid statement'),
  amount: derived('`payoutAmount`, which leaves the balance', statement => negate(statement.amount)),
  currency: statement => statement.currency,
  tax: absent('a payout has no tax'),
  type: always('payout', 'a statement that is paid'),
  typeRaw: absent('the ledger has no row for a payout'),
  source: derived('the statement', statement => ({ type: 'payout', id: statement.id })),
  payoutId: derived('the statement', statement => statement.id),
  description: ({ native }) => text(native.note),
});
