import { expect, test } from 'vitest';
import type { Order } from '../model/order.js';
import type { Refund } from '../model/refund.js';
import type { Transaction } from '../model/transaction.js';
import { proveRefund } from './refund.js';
import { emptySettlement, settle } from './settlement.js';

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

const settled = (...amounts: readonly (string | null)[]) =>
  amounts.reduce(
    (settlement, amount) => settle(settlement, { type: 'refund', currency: 'AUD', amount } as Transaction),
    emptySettlement,
  );
const returned = (refund: Refund, ...amounts: readonly (string | null)[]) =>
  proveRefund(refund, order, settled(...amounts)).residues.map(({ name, residue }) => [name, residue]);

test('what gateways gave back for a refund by gateway is all of it, where they tell of any', () => {
  expect(returned(refundOf())).toEqual([]);
  expect(returned(refundOf(), null)).toEqual([]);
  expect(returned(refundOf(), '-25')).toEqual([]);
  expect(returned(refundOf(), '-10', '-15')).toEqual([]);
  expect(returned(refundOf(), '-25.01')).toEqual([['transactions', '0.01']]);
  expect(returned(refundOf(), '-24.99')).toEqual([['transactions', '-0.01']]);
  expect(returned(refundOf({ status: 'failed' }), '-25')).toEqual([['transactions', '25']]);
});

test('of a refund that went other ways as well, gateways gave back no more than all of it', () => {
  expect(returned(refundOf({ method: 'mixed' }), '-10')).toEqual([]);
  expect(returned(refundOf({ method: 'mixed' }), '-25.01')).toEqual([['transactions', '0.01']]);
});

test('money that went back in another currency is a residue of its own', () => {
  const foreign = settle(emptySettlement, { type: 'refund', currency: 'NZD', amount: '-25' } as Transaction);
  expect(proveRefund(refundOf({ method: 'mixed' }), order, foreign).residues).toEqual([
    { name: 'transactions', stated: '25', computed: '0', residue: '25', unit: 'NZD' },
  ]);
});
