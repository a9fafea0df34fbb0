import { z } from 'zod';

/** Text, number or flag: V2 writes numbers as text, and not always. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();

/** A scalar for whose absence some rows have `{}`. */
export const scalarOrEmpty = z.union([scalar, z.strictObject({})]);

/** An object for whose absence some rows have `[]` or `{}`. */
export const orEmptyList = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema, z.array(z.never())]).nullish();
