import { z } from 'zod';

const shown = (input: unknown): string => JSON.stringify(input)?.slice(0, 60) ?? String(input);

/** Documented as text; live answers have numbers, blanks and nulls in the same place. */
export const nativeTextSchema = z
  .union([z.string(), z.number(), z.boolean()], { error: ({ input }) => `${shown(input)} is not a text` })
  .nullish();

/** A JSON number or numeric text, in major units. */
export const nativeAmountSchema = z
  .union([z.number(), z.string()], { error: ({ input }) => `${shown(input)} is not a decimal amount` })
  .nullish();

export const nativeIdSchema = z.union([z.number(), z.string()], {
  error: ({ input }) => `${shown(input)} is not an id`,
});

/** The list of one or several texts, as either is sent. */
export const nativeTextsSchema = z.union([z.array(nativeTextSchema), nativeTextSchema]);
