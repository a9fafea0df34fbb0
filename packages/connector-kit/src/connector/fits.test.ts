import { resourceSchemas } from '@cartograph/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { compileFits } from './fits.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();
const schemas: Readonly<Record<string, z.ZodType>> = {
  strict: z.strictObject({ a: z.string().min(1), b: z.string().regex(/^\d+$/).nullable() }),
  sparse: z.strictObject({ a: z.string(), b: z.string().optional() }),
  loose: z.object({ a: scalar, b: z.array(z.object({ c: scalar })).nullish() }),
  looser: z.looseObject({ a: scalar, b: z.looseObject({}).optional() }),
  list: z.array(z.enum(['a', 'b'])).min(1),
  names: z.record(z.string(), z.string()),
  either: z.union([z.object({ a: z.literal(1) }), z.array(z.never())]),
};

/** Values that are near to what the schemas take. */
const near = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>('', '12', 'a', 'b', 'x', 0, 1, Number.NaN, true, null, undefined),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

test.each(Object.entries(schemas))('what fits the schema "%s" is what it accepts', (_name, schema) => {
  const fits = compileFits(schema);
  fc.assert(
    fc.property(near, value => {
      expect(fits?.(value)).toBe(schema.safeParse(value).success);
    }),
    { numRuns: 2000 },
  );
});

test('what another value is caught for does not fit by itself', () => {
  const fits = compileFits(z.object({ a: z.string().catch('none') }));
  expect([{ a: 'b' }, { a: 1 }, {}].map(value => fits?.(value))).toEqual([true, false, false]);
});

test('every schema of the model is compiled', () => {
  for (const schema of Object.values(resourceSchemas)) expect(compileFits(schema)).not.toBeNull();
});

test.each([
  ['changes what it reads', z.string().transform(Number)],
  ['trims', z.object({ a: z.string().trim() })],
  ['coerces', z.coerce.number()],
  ['has a default', z.object({ a: z.string().default('x') })],
  ['has a check of its own', z.object({ a: z.number() }).refine(({ a }) => a > 0)],
  ['checks the fields that it does not name', z.object({ a: z.string() }).catchall(z.number())],
  ['has a format', z.array(z.url())],
  ['bounds a number', z.number().int()],
  ['bounds a text from above', z.string().max(3)],
])('a schema that %s is always parsed', (_name, schema) => {
  expect(compileFits(schema)).toBeNull();
});
