import { absolute, add, type Decimal, isZero, sum } from '../decimal.js';
import type { Payout, PayoutRemainder } from '../model/payout.js';
import type { Transaction } from '../model/transaction.js';
import { type Check, check } from './check.js';
import { conclude, type Proof } from './proof.js';

export type PayoutProof = Proof<PayoutRemainder>;

/** The sums of a payout's transactions, by currency: what a proof needs of them, however many they are. */
export type Settlement = ReadonlyMap<string | null, SettledAmount>;

export interface SettledAmount {
  /** Signed. */
  readonly sum: Decimal;
  /** Σ of the absolute amounts. */
  readonly moved: Decimal;
}

const nothing: SettledAmount = { sum: '0', moved: '0' };

/** Adds one transaction. The payout's own movement is no part of it, and one that tells no amount adds nothing. */
export function settle(settlement: Settlement, { type, currency, amount }: Transaction): Settlement {
  if (type === 'payout' || amount === null) return settlement;
  const { sum, moved } = settlement.get(currency) ?? nothing;
  return new Map(settlement).set(currency, { sum: add(sum, amount), moved: add(moved, absolute(amount)) });
}

/** Holds a payout against the transactions that it settles, all of which are given. */
export const provePayout = (payout: Payout, transactions: Iterable<Transaction>): PayoutProof => {
  let settlement: Settlement = new Map();
  for (const transaction of transactions) settlement = settle(settlement, transaction);
  return proveSettlement(payout, settlement);
};

/** A transaction that names no currency is in the payout's; one in another is not added, and is a residue of its own. */
export function proveSettlement({ amount, currency, remainders }: Payout, settlement: Settlement): PayoutProof {
  const parts = [settlement.get(currency), settlement.get(null)].map(part => (part ?? nothing).sum);
  const foreign = [...settlement].flatMap(([unit, { moved }]): Check[] =>
    unit === null || unit === currency ? [] : [{ ...check('transactions', moved, '0'), unit }],
  );
  const computed = sum([...parts, ...remainders.map(remainder => remainder.amount)]);
  return conclude(
    [check('amount', amount, computed), ...foreign],
    'remainders',
    remainders.filter(remainder => !isZero(remainder.amount)),
  );
}
