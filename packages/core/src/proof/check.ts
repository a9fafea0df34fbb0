import { absolute, compare, type Decimal, isZero, subtract } from '../decimal.js';

/** One equation of a proof: what the record states against what its parts say. */
export interface Check {
  /** The stated field: `totals.grand`, `lines[2].total`. */
  readonly name: string;
  readonly stated: Decimal;
  readonly computed: Decimal;
  /** `stated` − `computed`: what is not accounted for; `0` where the equation holds. */
  readonly residue: Decimal;
  /** What the figures count where that is not money in the record's currency: `units` of goods, or another currency's code. */
  readonly unit?: string;
}

/** `tolerance` is for equations that hold only up to the platform's own rounding; a residue within it counts as none. */
export function check(name: string, stated: Decimal, computed: Decimal, tolerance: Decimal = '0'): Check {
  const residue = subtract(stated, computed);
  const within = isZero(residue) || compare(absolute(residue), tolerance) <= 0;
  return { name, stated, computed, residue: within ? '0' : residue };
}

/** An inequality: only what `stated` has beyond `most` is a residue. */
export function checkAtMost(name: string, stated: Decimal, most: Decimal): Check {
  return compare(stated, most) > 0 ? check(name, stated, most) : { name, stated, computed: most, residue: '0' };
}

export const failed = (checks: readonly Check[]): readonly Check[] => checks.filter(({ residue }) => !isZero(residue));
