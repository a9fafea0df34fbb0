import { expect, test } from 'vitest';
import { supplementalDataSchema, supplementOf } from './supplement.js';

const native = { order: { id: 7, notes: null, total: '1.10', lines: [{ sku: 'A' }] }, refunds: [] };

const read = (dataSource: string | undefined, pullData: Record<string, string>) =>
  supplementOf(supplementalDataSchema.parse({ supplementalDataConfig: { mine: { dataSource, pullData } } }), native)
    .content.mine;

test('values come as they are, whatever their depth', () => {
  expect(read('/order', { total: 'total', first: 'lines.0.sku', lines: 'lines' })).toEqual({
    total: '1.10',
    first: 'A',
    lines: [{ sku: 'A' }],
  });
});

test('what is not there is null', () => {
  expect(read('/order', { a: 'notes', b: 'nothing', c: 'id.deeper', d: 'constructor' })).toEqual({
    ...{ a: null, b: null, c: null, d: null },
  });
});

test('a source that the body does not have by name is all of it', () => {
  expect(read('/orders', { id: 'order.id' })).toEqual({ id: 7 });
  expect(read(undefined, { id: 'order.id' })).toEqual({ id: 7 });
});

test('a configuration of another shape is refused', () => {
  expect(supplementalDataSchema.safeParse({ supplementalDataConfig: { mine: { pullData: { a: 1 } } } }).success).toBe(
    false,
  );
  expect(supplementalDataSchema.parse({})).toEqual({ supplementalDataConfig: {} });
});
