import { expect, test } from 'vitest';
import { envelopeSchema, listSchema, pageOf } from './pages.js';

const read = (body: unknown, offset = 0) => pageOf<number>(envelopeSchema.parse(body), 100, offset);

test('a page that says hasNext is followed by another one, however short it is', () => {
  expect(read({ items: [1], pagination: { limit: 100, offset: 0, hasNext: true } }).hasNext).toBe(true);
  expect(read({ items: [1], pagination: { limit: 100, offset: 0, hasNext: false } }).hasNext).toBe(false);
});

test('a page that counts is the last one once all rows were met', () => {
  expect(read({ items: [1, 2], pagination: { limit: 2, offset: 2, totalCount: 5 } })).toEqual({
    items: [1, 2],
    hasNext: true,
    total: 5,
  });
  expect(read({ items: [5], pagination: { limit: 2, offset: 4, totalCount: 5 } }).hasNext).toBe(false);
});

test('a full page is followed by another one, whatever it counts; what is full tells the limit in force', () => {
  expect(read({ items: [1, 2], pagination: { limit: 2, offset: 0, totalCount: 1 } }).hasNext).toBe(true);
  expect(read({ items: [1, 2], pagination: { limit: 2, offset: 0, hasNext: false } }).hasNext).toBe(true);
  expect(read({ items: [1, 2], pagination: { limit: 100, offset: 0, totalCount: 2 } }).hasNext).toBe(false);
});

test('an empty page is the last one, whatever it says', () => {
  expect(read({ items: [], pagination: { limit: 100, offset: 100, hasNext: true } }).hasNext).toBe(false);
});

test('a body without a list is refused', () => {
  expect(envelopeSchema.safeParse({ events: [] }).success).toBe(false);
});

test('archived orders come in an envelope of their own', () => {
  expect(read({ data: [1], hasNext: true })).toEqual({ items: [1], hasNext: true, total: null });
  expect(read({ data: [1], hasNext: false }).hasNext).toBe(false);
});

test('a list that comes whole is bare or in an envelope', () => {
  for (const body of [[1, 2], { items: [1, 2] }, { events: [1, 2] }, { results: [1, 2] }])
    expect(listSchema.parse(body)).toEqual([1, 2]);
  expect(listSchema.safeParse({ rows: [1] }).success).toBe(false);
});
