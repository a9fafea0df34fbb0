import { InputError, RequestError } from '@cartograph/core';
import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { checkInput, input } from './input.js';

const created = input(
  {
    name: z.string().min(1).max(250),
    price: z.number().min(0),
    kind: z.enum(['physical', 'digital']),
    weight: z.union([z.number(), z.string()]).optional(),
    images: z
      .array(input({ url: z.url() }, { readOnly: ['id'] }))
      .max(2)
      .optional(),
  },
  { readOnly: ['id', 'date_created'] },
);
const mug = { name: 'Mug', price: 12, kind: 'physical' } as const;

const refused = (given: unknown): unknown => {
  try {
    return checkInput('products.create', created, given);
  } catch (error) {
    return error;
  }
};

test('what may be sent comes back as it was given', () => {
  expect(checkInput('products.create', created, { ...mug, weight: '1.5' })).toEqual({ ...mug, weight: '1.5' });
});

test.each([
  [{ ...mug, id: 7 }, 'id', '"id" is read-only: the platform sets it, so leave it out'],
  [{ ...mug, images: [{ url: 'https://a.example', id: 1 }] }, 'images[0].id', '"images[0].id" is read-only'],
  [{ ...mug, nam: 'x' }, 'nam', '"nam" is not known here: remove it or check its spelling'],
  [{ name: 'Mug', price: 12 }, 'kind', '"kind" must be one of physical, digital'],
  [{ ...mug, name: undefined }, 'name', '"name" is missing: give a text'],
  [{ ...mug, name: '' }, 'name', '"name" must not be empty'],
  [{ ...mug, name: 'x'.repeat(251) }, 'name', '"name" must have at most 250 characters'],
  [{ ...mug, price: '12' }, 'price', '"price" must be a number'],
  [{ ...mug, price: -1 }, 'price', '"price" must be at least 0'],
  [{ ...mug, weight: true }, 'weight', '"weight" must be a number or a text'],
  [{ ...mug, images: [1, 2, 3].map(n => ({ url: `https://${n}.example` })) }, 'images', 'at most 2 elements'],
  [{ ...mug, images: [{ url: 'mug.png' }] }, 'images[0].url', '"images[0].url" must be a URL'],
  [[], '', 'products.create: must be an object; nothing was sent'],
])('%j is refused by name, with its fix (case %#)', (given, field, sentence) => {
  const error = refused(given);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ context: { field } });
  expect(String(error)).toContain(sentence);
});

test('every field that is wrong is named, and no value is quoted', () => {
  const error = refused({ id: 'hunter2', name: 5, price: 'hunter2', kind: 'hunter2' });
  expect(error).toMatchObject({ context: { field: 'id', fields: 'id, name, price, kind' } });
  expect(String(error)).not.toContain('hunter2');
});

test('what cannot be sent is a request error, so that it is handled as a refusal by the platform is', () => {
  expect(refused({})).toBeInstanceOf(RequestError);
  expect(refused({})).toMatchObject({ name: 'InputError', code: 'request', recovery: 'stop' });
});

test('changes are the same fields, none of them required', () => {
  const changes = created.partial();
  expect(checkInput('products.update', changes, { price: 3 })).toEqual({ price: 3 });
  expect(() => checkInput('products.update', changes, { id: 7, price: 3 })).toThrow('"id" is read-only');
});

test('the type of an input has its fields, and takes no read-only one', () => {
  expectTypeOf(mug).toExtend<z.input<typeof created>>();
  expectTypeOf<{ name: string; price: number; kind: 'physical'; id: number }>().not.toExtend<z.input<typeof created>>();
});
