import { z } from 'zod';

/** Text, number or flag: V2 writes numbers as text, and not always. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();

/** A scalar for whose absence some rows have `{}`. */
export const scalarOrEmpty = z.union([scalar, z.strictObject({})]);
