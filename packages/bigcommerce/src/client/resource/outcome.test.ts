import { RequestError, tellBody } from '@cartograph/core';
import { expect, test } from 'vitest';
import { outcomeOf, outcomeOfRefusal } from './outcome.js';

const rows = [
  { id: 1, name: 'a' },
  { id: 2, name: 'b' },
  { id: 3, name: 'c' },
];
const keep = (record: unknown) => record as { readonly id: number };
/** Of each row its record's id, or how it failed. */
const told = (outcome: readonly unknown[]) =>
  outcome.map(row => (row instanceof Error ? row.message.replace(/^BigCommerce:? /, '') : (row as { id: number }).id));
const refusal = (body: unknown, status = 422) => tellBody(new RequestError('refused', { status }), body);

test('records are matched by their ids, in whatever order they come', () => {
  expect(told(outcomeOf(rows, { data: [{ id: 3 }, { id: 1 }, { id: 2 }] }, 'id', keep))).toEqual([1, 2, 3]);
});

test('new records are matched in their order', () => {
  const data = [{ id: 11 }, { id: 12 }, { id: 13 }];
  expect(told(outcomeOf(rows, { data }, null, keep))).toEqual([11, 12, 13]);
});

test('where some are missing, new records are matched by what was sent', () => {
  const data = [{ id: 12, name: 'b' }];
  const sent = rows.map(({ name }) => ({ name }));
  expect(told(outcomeOf(sent, { data }, null, keep))).toEqual([
    expect.stringContaining('says nothing of this row'),
    12,
    expect.stringContaining('says nothing of this row'),
  ]);
});

test('of a batch that is taken in part, the problem names the rows that are not', () => {
  const body = {
    data: [{ id: 1 }, { id: 3 }],
    errors: { status: 422, title: 'Some rows failed', errors: { '1.name': 'is taken' } },
    meta: { total: 3, success: 2, failed: 1 },
  };
  expect(told(outcomeOf(rows, body, 'id', keep))).toEqual([1, 'refuses row 1 of the batch: name: is taken', 3]);
});

test('an answer without records is taken for what was sent, unless it counts failures that it does not name', () => {
  const all = { meta: { total: 3, success: 3, failed: 0 } };
  expect(told(outcomeOf(rows, all, 'id', keep))).toEqual([1, 2, 3]);
  const some = { meta: { total: 3, success: 2, failed: 1 } };
  expect(told(outcomeOf(rows, some, 'id', keep))).toEqual(Array(3).fill(expect.stringContaining('says nothing')));
});

test('a refusal may hold records that were written', () => {
  const body = {
    data: [{ id: 2 }],
    errors: [
      { title: 'No such record', data: { id: 1 } },
      { title: 'x', data: { id: 3 } },
    ],
  };
  expect(told(outcomeOfRefusal(rows, refusal(body), 'id', keep))).toEqual([
    'refuses row 0 of the batch: No such record',
    2,
    'refuses row 2 of the batch: x',
  ]);
});

test('prices are refused by what was sent, whatever the case of their currencies', () => {
  const prices = [
    { variant_id: 7, currency: 'USD', price: 1 },
    { variant_id: 8, currency: 'EUR', price: 2 },
  ];
  const body = { batch_errors: [{ data: { variant_id: 8, currency: 'eur' }, field_errors: { price: 'too low' } }] };
  expect(told(outcomeOfRefusal(prices, refusal(body), null, keep))).toEqual([
    'refuses the whole batch because of row 1; send this row again',
    'refuses row 1 of the batch: price: too low',
  ]);
});

test.each([
  ['a refusal that names no row', { title: 'Too many', errors: {} }, 422],
  ['a refusal of another kind', { errors: { '0.name': 'x' } }, 413],
])('%s is the failure of the whole batch', (_what, body, status) => {
  const error = refusal(body, status);
  expect(() => outcomeOfRefusal(rows, error, 'id', keep)).toThrow(error);
});
