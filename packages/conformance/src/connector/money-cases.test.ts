import type { ModelRecord } from '@cartograph/core';
import { expect, test } from 'vitest';
import { moneyCases } from './money-cases.js';
import { literalOrder } from './testing/literal.js';

const order = literalOrder({
  stream: 'orders',
  id: '1',
  modifiedAt: null,
  body: { id: '1', modifiedAt: '2026-01-01T00:00:00Z', total: '11', tax: '1' },
});
const refundOf = (amount: string, adjustment: string): ModelRecord =>
  ({ resource: 'refunds', record: { orderId: '1', amount, adjustment, charges: [] } }) as unknown as ModelRecord;

test('the cases of an order and its refunds are named', () => {
  const records = [{ resource: 'orders', record: order } as const, refundOf('5', '0'), refundOf('11', '-1')];
  expect([...moneyCases(records)].toSorted()).toEqual([
    'a refund in full',
    'a refund in part',
    'a refund with an adjustment',
    'tax that is not told to be included',
    'two decimals',
  ]);
});

test('a refund without its order is none of them', () => {
  expect([...moneyCases([refundOf('5', '0')])]).toEqual([]);
});
