import { ResponseError } from '@cartograph/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createRecordChecks } from './records.js';

const schema = z.object({ id: z.number(), total: z.string(), lines: z.array(z.object({ sku: z.string() })).nullish() });
const order = { id: 7, total: '12.50', lines: [{ sku: 'mug', note: 'blue' }], channel: 'web' };

test('a record that fits is the very object that arrived, with what its schema does not name', () => {
  const checked = createRecordChecks('Shopworks')('orders', schema).one(order);
  expect(checked).toBe(order);
  expect(checked).toHaveProperty('channel', 'web');
});

test('a list stays the list that arrived', () => {
  const list = [order, { id: 8, total: '1' }];
  expect(createRecordChecks('Shopworks')('orders', schema).all(list)).toBe(list);
});

test('a record that does not fit is a ResponseError that names it and the path', () => {
  const { all } = createRecordChecks('Shopworks')('orders', schema);
  const wrong = { ...order, lines: [{ sku: 'mug' }, { sku: 5 }] };
  const check = () => all([order, wrong]);
  expect(check).toThrow(ResponseError);
  expect(check).toThrow('Shopworks: a record of orders (id 7) does not fit: lines[1].sku: ');
  expect(check).toThrow(expect.objectContaining({ context: expect.objectContaining({ id: 7, path: 'lines[1].sku' }) }));
});

test.each([[null], ['text'], [[order]]])('%j is no record', record => {
  expect(() => createRecordChecks('Shopworks')('orders', schema).one(record)).toThrow('does not fit: the record: ');
});

test('a schema that converts is asked whether a record fits, and the record stays as it came', () => {
  const { one } = createRecordChecks('Shopworks')('orders', z.object({ total: z.string().transform(Number) }));
  expect(one({ total: '5' })).toEqual({ total: '5' });
  expect(() => one({ total: 5 })).toThrow('total');
});

test('a client that does not validate hands out what came', () => {
  const { all, one } = createRecordChecks('Shopworks', false)('orders', schema);
  const list = [null, { id: 'x' }];
  expect([all(list), one(5)]).toEqual([list, 5]);
});
