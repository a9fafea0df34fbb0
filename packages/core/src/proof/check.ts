import { absolute, compare, type Decimal, isZero, subtract } from '../decimal.js';

/** One equation of a proof: what the record states against what its parts say. */
export interface Check {
  /** The stated field: `totals.grand`, `lines[2].total`. */
  readonly name: string;
  readonly stated: Decimal;
  readonly computed: Decimal;
  /** `stated` − `computed`: what is not accounted for; `0` where the equation holds. */
  readonly residue: Decimal;
}

/** `tolerance` is for equations that hold only up to the platform's own rounding; a residue within it counts as none. */
export function check(name: string, stated: Decimal, computed: Decimal, tolerance: Decimal = '0'): Check {
  const residue = subtract(stated, computed);
  const within = isZero(residue) || compare(absolute(residue), tolerance) <= 0;
  return { name, stated, computed, residue: within ? '0' : residue };
}

export const failed = (checks: readonly Check[]): readonly Check[] => checks.filter(({ residue }) => !isZero(residue));
