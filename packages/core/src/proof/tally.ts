import { absolute, add, type Decimal, sum } from '../decimal.js';
import type { Resources } from '../model/resources.js';
import type { Proof } from './proof.js';

/** The resources whose records carry a proof, in the order in which they are shown. */
export const provenResources = ['orders', 'refunds', 'payments', 'payouts'] as const;
export type ProvenResource = (typeof provenResources)[number];

/** The proofs of many records of one resource and currency, rolled up. */
export interface Tally {
  readonly resource: ProvenResource;
  readonly currency: string;
  readonly count: number;
  readonly proven: number;
  readonly explained: number;
  readonly unproven: number;
  /** Σ of what was sold, paid, refunded or paid out: of orders `totals.grand`, of the others `amount` unless it did not move. */
  readonly amount: Decimal;
  /** Σ of the named differences, signed. */
  readonly explainedAmount: Decimal;
  /** Σ of the absolute residues in this currency that nothing explains. */
  readonly unprovenAmount: Decimal;
}

export const emptyTally = (resource: ProvenResource, currency: string): Tally => ({
  resource,
  currency,
  count: 0,
  proven: 0,
  explained: 0,
  unproven: 0,
  amount: '0',
  explainedAmount: '0',
  unprovenAmount: '0',
});

export const addToTally = (tally: Tally, amount: Decimal, { result, explanations, residues }: Proof): Tally => ({
  ...tally,
  count: tally.count + 1,
  [result]: tally[result] + 1,
  amount: add(tally.amount, amount),
  explainedAmount: sum([tally.explainedAmount, ...explanations.map(named => named.amount)]),
  unprovenAmount: sum([
    tally.unprovenAmount,
    ...residues.filter(({ unit }) => unit === undefined).map(({ residue }) => absolute(residue)),
  ]),
});

/** What a record adds to the sum of its tally. Payments that are only promised, and what failed, move no money. */
export const movedAmount: { readonly [Name in ProvenResource]: (record: Resources[Name]) => Decimal } = {
  orders: ({ totals }) => totals.grand,
  refunds: ({ status, amount }) => (status === 'failed' ? '0' : amount),
  payments: ({ status, amount }) => (status === 'paid' ? amount : '0'),
  payouts: ({ status, amount }) => (status === 'failed' || status === 'canceled' ? '0' : amount),
};
