import { z } from 'zod';

/**
 * Text, number or flag: V2 writes numbers as text, and not always. Whoever reads it says which, and refuses the rest with the
 * name of the field; to ask here as well would cost as much as all the mapping.
 */
export const scalar = z.unknown().optional();

/** A scalar for whose absence some rows have `{}`. */
export const scalarOrEmpty = z.union([scalar, z.strictObject({})]);
