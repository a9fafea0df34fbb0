import { expect, test } from 'vitest';
import type { Order } from '../model/order.js';
import type { Refund } from '../model/refund.js';
import { proveRefund } from './refund.js';

const order = { id: 'o1', currency: 'AUD', lines: [{ id: 'l1' }, { id: 'l2' }] } as unknown as Order;

const refundOf = (over: Partial<Refund> = {}): Refund => ({
  id: 'r1',
  createdAt: null,
  sourceModifiedAt: null,
  derived: false,
  orderId: 'o1',
  currency: 'AUD',
  amount: '25',
  tax: null,
  status: 'completed',
  statusRaw: null,
  method: 'gateway',
  reason: null,
  lines: [{ lineId: 'l1', quantity: '1', amount: '20' }],
  charges: [{ type: 'shipping', amount: '5' }],
  adjustment: '0',
  ...over,
});

test('a refund whose parts add up is proven', () => {
  expect(proveRefund(refundOf(), order)).toMatchObject({ result: 'proven', residues: [] });
});

test('what the merchant keeps explains a refund, and must be the difference to the least unit', () => {
  expect(proveRefund(refundOf({ amount: '22', adjustment: '-3' }), order)).toMatchObject({
    result: 'explained',
    explanations: [{ reason: 'adjustment', amount: '-3' }],
  });
  expect(proveRefund(refundOf({ amount: '22.01', adjustment: '-3' }), order)).toMatchObject({
    result: 'unproven',
    residues: [{ name: 'amount', stated: '22.01', computed: '22', residue: '0.01' }],
  });
});

test('where no parts are told, or parts without amounts, the amount stands', () => {
  expect(proveRefund(refundOf({ lines: [], charges: [] }), order).result).toBe('proven');
  const lines = [{ lineId: 'l1', quantity: '1', amount: null }];
  expect(proveRefund(refundOf({ lines }), order).result).toBe('proven');
});

test('a line that the order does not have is named', () => {
  const lines = [...refundOf().lines, { lineId: 'l3', quantity: '1', amount: '0' }];
  expect(proveRefund(refundOf({ lines }), order).residues).toEqual([
    { name: 'lines[1].lineId', stated: '1', computed: '0', residue: '1', unit: 'lines' },
  ]);
});

test('a refund in another currency than its order is a residue, and so is one of no order', () => {
  expect(proveRefund(refundOf({ currency: 'NZD' }), order).residues).toMatchObject([
    { name: 'currency', residue: '25' },
  ]);
  expect(proveRefund(refundOf(), null).residues).toMatchObject([{ name: 'orderId', residue: '25' }]);
});

test('without its order a refund is held against its own parts alone', () => {
  expect(proveRefund(refundOf({ currency: 'NZD' })).checks.map(({ name }) => name)).toEqual(['amount']);
});
