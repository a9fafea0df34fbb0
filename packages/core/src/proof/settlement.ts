import { absolute, add, type Decimal } from '../decimal.js';
import type { Transaction } from '../model/transaction.js';
import { type Check, check } from './check.js';

/** The sums of some transactions, by currency: what a proof needs of them, however many they are. */
export type Settlement = ReadonlyMap<string | null, SettledAmount>;

export interface SettledAmount {
  /** Signed. */
  readonly sum: Decimal;
  /** Σ of the absolute amounts. */
  readonly moved: Decimal;
}

export const emptySettlement: Settlement = new Map();

const nothing: SettledAmount = { sum: '0', moved: '0' };

/** Adds one transaction. The payout's own movement is no part of it, and one that tells no amount adds nothing. */
export function settle(settlement: Settlement, { type, currency, amount }: Transaction): Settlement {
  if (type === 'payout' || amount === null) return settlement;
  const { sum, moved } = settlement.get(currency) ?? nothing;
  return new Map(settlement).set(currency, { sum: add(sum, amount), moved: add(moved, absolute(amount)) });
}

/** A transaction that names no currency is in the one that is asked for. */
export const settledIn = (settlement: Settlement, currency: string): Decimal =>
  add((settlement.get(currency) ?? nothing).sum, (settlement.get(null) ?? nothing).sum);

/** A transaction in another currency is not added, and is a residue of its own. */
export const foreignChecks = (settlement: Settlement, currency: string): Check[] =>
  [...settlement].flatMap(([unit, { moved }]) =>
    unit === null || unit === currency ? [] : [{ ...check('transactions', moved, '0'), unit }],
  );
