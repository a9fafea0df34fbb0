import { isZero, sum } from '../decimal.js';
import type { Payout, PayoutRemainder } from '../model/payout.js';
import type { Transaction } from '../model/transaction.js';
import { check } from './check.js';
import { conclude, type Proof } from './proof.js';
import { emptySettlement, foreignChecks, type Settlement, settle, settledIn } from './settlement.js';

export type PayoutProof = Proof<PayoutRemainder>;

/** Holds a payout against the transactions that it settles, all of which are given. */
export const provePayout = (payout: Payout, transactions: Iterable<Transaction>): PayoutProof => {
  let settlement = emptySettlement;
  for (const transaction of transactions) settlement = settle(settlement, transaction);
  return proveSettlement(payout, settlement);
};

/** Holds a payout against the sums of its transactions. */
export function proveSettlement({ amount, currency, remainders }: Payout, settlement: Settlement): PayoutProof {
  const kept = remainders.map(remainder => remainder.amount);
  return conclude(
    [check('amount', amount, sum([settledIn(settlement, currency), ...kept])), ...foreignChecks(settlement, currency)],
    'remainders',
    remainders.filter(remainder => !isZero(remainder.amount)),
  );
}
