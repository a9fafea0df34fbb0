import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemsOf } from './problems.js';

const address = z.strictObject({ city: z.string(), country: z.string().length(2) });

test.each<[z.ZodType, unknown, string, string]>([
  [z.object({ a: z.string() }), {}, 'a', 'is missing: give a text'],
  [z.object({ a: z.array(z.number()) }), { a: ['x'] }, 'a[0]', 'must be a number'],
  [z.literal('EUR'), 'USD', '', 'must be EUR'],
  [z.number().gt(0), 0, '', 'must be more than 0'],
  [z.number().max(9), 10, '', 'must be at most 9'],
  [z.number().int(), 1.5, '', 'must be a whole number'],
  [z.array(z.number()).min(1), [], '', 'must not be empty'],
  [z.array(z.number()).min(2), [1], '', 'must have at least 2 elements'],
  [z.string().min(3), 'ab', '', 'must have at least 3 characters'],
  [z.string().refine(text => text !== 'x', 'x is taken'), 'x', '', 'does not fit: x is taken'],
  [z.union([z.string(), z.number()]), null, '', 'must be a text or a number'],
  [z.object({ a: z.union([z.string(), z.number()]) }), {}, 'a', 'is missing: give a text or a number'],
  [z.union([z.number(), address]), { city: 'Bonn', country: 'DEU' }, 'country', 'must have at most 2 characters'],
  [z.array(z.union([z.number(), address])), [{ city: 5, country: 'DE' }], '[0].city', 'must be a text'],
  [z.object({ a: z.never({ error: 'read-only' }).optional() }), { a: 1 }, 'a', 'is read-only'],
])('what is wrong is said by what is right (case %#)', (schema, given, field, complaint) => {
  const { error } = schema.safeParse(given);
  expect(problemsOf(error?.issues ?? [], given)).toEqual([{ field, complaint }]);
});

test('a field that is not known is named at its place, with the word that the caller has for it', () => {
  const { error } = z.object({ a: address }).safeParse({ a: { city: 'Bonn', country: 'DE', cty: 1 } });
  expect(problemsOf(error?.issues ?? [], {}, 'is not a column')).toEqual([
    { field: 'a.cty', complaint: 'is not a column: remove it or check its spelling' },
  ]);
});
