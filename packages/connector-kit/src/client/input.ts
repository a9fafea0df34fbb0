import { InputError, problemsOf } from '@cartograph/core';
import { z } from 'zod';

type ReadOnly<Field extends string> = { readonly [Name in Field]: z.ZodOptional<z.ZodNever> };

const readOnlyField = z.never({ error: 'read-only: the platform sets it, so leave it out' }).optional();

/** What may be sent: a field that is not named is refused, and one that only the platform sets is refused as such. */
export function input<Shape extends z.ZodRawShape, const Field extends string = never>(
  shape: Shape,
  { readOnly }: { readonly readOnly: readonly Field[] } = { readOnly: [] },
) {
  const refused = Object.fromEntries(readOnly.map(name => [name, readOnlyField]));
  return z.strictObject({ ...(refused as ReadOnly<Field>), ...shape });
}

/** What is to be sent, as its schema reads it. Throws an InputError with a sentence for each field that is wrong; no value is quoted. */
export function checkInput<Sent>(what: string, schema: z.ZodType<Sent>, given: unknown): Sent {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error.issues, given);
  const sentences = problems.map(({ field, complaint }) => (field === '' ? complaint : `"${field}" ${complaint}`));
  throw new InputError(`${what}: ${sentences.join('; ')}; nothing was sent`, {
    field: problems[0]?.field ?? '',
    fields: problems.map(({ field }) => field).join(', '),
  });
}
