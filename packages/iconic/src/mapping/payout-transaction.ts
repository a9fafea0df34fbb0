import { absent, always, amount, derived, id, mapper, text } from '@cartograph/connector-kit';
import { negate, type Transaction } from '@cartograph/core';
import type { NativeStatement } from '../native/statement.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';
import { currencyOfStatement } from './payout.js';

/** The ledger has no row for the money that leaves it. */
export const toPayoutTransaction = mapper<NativeStatement, Transaction, IconicShop>({
  id: derived('the statement', statement => `statement-${id(statement.id)}`),
  createdAt: derived(
    'when the statement was paid, else when it was due',
    (statement, shop) => instant(statement.paidAt, shop) ?? instant(statement.dueDate, shop),
  ),
  sourceModifiedAt: derived('when the statement was paid', (statement, shop) => instant(statement.paidAt, shop)),
  derived: always(true, 'the ledger has no row for a payout: it comes of the paid statement'),
  amount: derived('`payoutAmount`, which leaves the balance', statement => negate(amount(statement.payoutAmount))),
  currency: currencyOfStatement,
  tax: absent('a payout has no tax'),
  type: always('payout', 'a statement that is paid'),
  typeRaw: absent('the ledger has no row for a payout'),
  source: derived('the statement', statement => ({ type: 'payout', id: id(statement.id) })),
  payoutId: derived('the statement', statement => id(statement.id)),
  description: statement => text(statement.note),
});
