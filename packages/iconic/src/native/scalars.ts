import { z } from 'zod';

const shown = (input: unknown): string => JSON.stringify(input)?.slice(0, 60) ?? String(input);

/** What PHP writes where there is nothing: an empty list, or an empty map. */
const nothingSchema = z.custom<Readonly<Record<string, never>>>(
  value => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
);

/** Documented as text; live answers have numbers, blanks, nulls and empty lists in the same place. */
export const nativeTextSchema = z
  .union([z.string(), z.number(), z.boolean(), nothingSchema], {
    error: ({ input }) => `${shown(input)} is not a text`,
  })
  .nullish();

/** A JSON number or numeric text, in major units. */
export const nativeAmountSchema = z
  .union([z.number(), z.string(), nothingSchema], { error: ({ input }) => `${shown(input)} is not a decimal amount` })
  .nullish();

export const nativeIdSchema = z.union([z.number(), z.string()], {
  error: ({ input }) => `${shown(input)} is not an id`,
});

/** The list of one or several texts, as either is sent. */
export const nativeTextsSchema = z.union([z.array(nativeTextSchema), nativeTextSchema]);

/** A map, all of whose fields may be missing; blank text and an empty list stand for none. */
export const nativeMapSchema = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.object(shape), nothingSchema.transform(() => null), z.literal('').transform(() => null)]).nullish();

/** A list; an empty map stands for an empty one. */
export const nativeListSchema = <Row extends z.ZodType>(row: Row) =>
  z.union([z.array(row), nothingSchema.transform(() => null)]).nullish();
