import { z } from 'zod';

/** Text, number or flag: which of them a field is differs between versions and modules. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();

export type Scalar = z.infer<typeof scalar>;

/** A list of texts that may hold gaps. */
export const scalars = z.array(scalar).nullish();

/** Extension attributes, and other objects that arrive as `[]` when they are empty. */
export const emptyAsList = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(value => (Array.isArray(value) && value.length === 0 ? undefined : value), schema.nullish());
