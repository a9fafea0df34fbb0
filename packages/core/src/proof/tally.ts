import { absolute, add, type Decimal, sum } from '../decimal.js';
import type { Order } from '../model/order.js';
import type { OrderProof } from './order.js';

/** The proofs of many orders of one currency, rolled up. */
export interface Tally {
  readonly currency: string;
  readonly orders: number;
  readonly proven: number;
  readonly explained: number;
  readonly unproven: number;
  /** Σ `totals.grand`. */
  readonly grand: Decimal;
  /** Σ of the named adjustments, signed. */
  readonly explainedAmount: Decimal;
  /** Σ of the absolute residues that nothing explains. */
  readonly unprovenAmount: Decimal;
}

export const emptyTally = (currency: string): Tally => ({
  currency,
  orders: 0,
  proven: 0,
  explained: 0,
  unproven: 0,
  grand: '0',
  explainedAmount: '0',
  unprovenAmount: '0',
});

export const addToTally = (tally: Tally, order: Order, proof: OrderProof): Tally => ({
  ...tally,
  orders: tally.orders + 1,
  [proof.result]: tally[proof.result] + 1,
  grand: add(tally.grand, order.totals.grand),
  explainedAmount: sum([tally.explainedAmount, ...proof.adjustments.map(({ amount }) => amount)]),
  unprovenAmount: sum([tally.unprovenAmount, ...proof.residues.map(({ residue }) => absolute(residue))]),
});
