import type { Decimal } from '../decimal.js';
import { type Check, check, failed } from './check.js';

/** A difference that the platform names. */
export interface Explanation {
  readonly reason: string;
  /** Signed. */
  readonly amount: Decimal;
}

/**
 * Whether the parts of a record add up to the platform's own figures: `proven` exactly, `explained` with named differences
 * only, `unproven` with a residue that nothing explains.
 */
export interface Proof<Named extends Explanation = Explanation> {
  readonly result: 'proven' | 'explained' | 'unproven';
  readonly checks: readonly Check[];
  /** The named differences that the proof needed. */
  readonly explanations: readonly Named[];
  /** The equations that do not hold, and the differences that are there without a name. */
  readonly residues: readonly Check[];
}

/** `field` is where the record keeps its differences; those of the reason `unexplained` are residues under that name. */
export function conclude<Named extends Explanation>(
  checks: readonly Check[],
  field: string,
  differences: readonly Named[],
): Proof<Named> {
  const explanations = differences.filter(({ reason }) => reason !== 'unexplained');
  const nameless = differences.filter(({ reason }) => reason === 'unexplained');
  const residues = [...failed(checks), ...failed(nameless.map(({ amount }) => check(field, amount, '0')))];
  const result = residues.length > 0 ? 'unproven' : explanations.length > 0 ? 'explained' : 'proven';
  return { result, checks, explanations, residues };
}
