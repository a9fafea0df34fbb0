import {
  addToTally,
  type Check,
  type Decimal,
  emptyTally,
  type Proof,
  type ProvenResource,
  provenResources,
  type Tally,
} from '@cartograph/core';

export interface UnprovenRecord {
  readonly resource: ProvenResource;
  readonly id: string;
  readonly currency: string;
  readonly residues: readonly Check[];
}

interface Entry {
  readonly resource: ProvenResource;
  readonly id: string;
  readonly currency: string;
  /** What the record adds to the sum of its tally. */
  readonly amount: Decimal;
}

/** Collects proofs: rolled up, and with a list of those that failed. */
export interface ProofBook {
  enter(entry: Entry, proof: Proof): void;
  /** How many records of a resource were entered. */
  count(resource: ProvenResource): number;
  tallies(): readonly Tally[];
  readonly unproven: readonly UnprovenRecord[];
}

export function createProofBook(): ProofBook {
  const tallies = new Map<string, Tally>();
  const unproven: UnprovenRecord[] = [];
  return {
    enter({ resource, id, currency, amount }, proof) {
      const key = `${currency} ${resource}`;
      tallies.set(key, addToTally(tallies.get(key) ?? emptyTally(resource, currency), amount, proof));
      if (proof.residues.length > 0) unproven.push({ resource, id, currency, residues: proof.residues });
    },
    count: resource =>
      [...tallies.values()].reduce((sum, tally) => sum + (tally.resource === resource ? tally.count : 0), 0),
    tallies: () => [...tallies.values()].sort(inOrder),
    unproven,
  };
}

const inOrder = (left: Tally, right: Tally): number =>
  left.currency.localeCompare(right.currency) ||
  provenResources.indexOf(left.resource) - provenResources.indexOf(right.resource);
