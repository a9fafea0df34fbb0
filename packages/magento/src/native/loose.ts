import { z } from 'zod';

/** What PHP sends for nothing, beside null: `false`, an empty list, and an object that is empty. */
function isNothing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === false;
  for (const _ in value) return false;
  return true;
}

const nothing = z.custom<false | []>(isNothing).transform(() => null);

/** Text or number: which of them a field is differs between versions and modules. */
export const scalar = z.union([z.string(), z.number(), z.literal(true), nothing]).nullish();

export type Scalar = z.infer<typeof scalar>;

/** A yes or no, of which `false` is one. */
export const flagScalar = z.union([z.boolean(), z.number(), z.string(), nothing]).nullish();

export const list = <Schema extends z.ZodType>(schema: Schema) => z.union([z.array(schema), nothing]).nullish();

/** A list of texts that may hold gaps. */
export const scalars = list(scalar);

/** Extension attributes, and other objects that arrive as `[]` when they are empty. */
export const optionalObject = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, nothing]).nullish();
