import { expect, test } from 'vitest';
import type { Order } from '../model/order.js';
import type { Payment } from '../model/payment.js';
import type { Refund } from '../model/refund.js';
import type { Transaction } from '../model/transaction.js';
import { failed } from './check.js';
import { movementChecks } from './movements.js';
import { createReturns } from './returns.js';

const order = {
  id: 'o1',
  currency: 'AUD',
  lines: [
    { id: 'l1', quantityRefunded: '2' },
    { id: 'l2', quantityRefunded: null },
  ],
  totals: { grand: '50', paid: '50', refunded: '40' },
} as unknown as Order;

const paymentOf = (amount: string, over: Partial<Payment> = {}) =>
  ({ amount, currency: 'AUD', status: 'paid', ...over }) as Payment;

const refundOf = (amount: string, quantity: string | null, over: Partial<Refund> = {}) =>
  ({
    id: 'r1',
    amount,
    currency: 'AUD',
    derived: false,
    status: 'completed',
    lines: [{ lineId: 'l1', quantity, amount }],
    charges: [],
    adjustment: '0',
    ...over,
  }) as Refund;

const residues = (movements: Parameters<typeof movementChecks>[1], of = order) =>
  failed(movementChecks(of, movements)).map(({ name, residue, unit }) => ({ name, residue, ...(unit && { unit }) }));

test('payments that were taken are what was paid', () => {
  expect(residues({ payments: [paymentOf('30'), paymentOf('20')] })).toEqual([]);
});

test.each(['authorized', 'pending', 'failed', 'canceled', 'unknown'] as const)(
  'a payment that is %s is not paid',
  status => {
    expect(residues({ payments: [paymentOf('50', { status })] })).toEqual([{ name: 'totals.paid', residue: '50' }]);
  },
);

test('a payment in another currency counts for nothing', () => {
  expect(residues({ payments: [paymentOf('50', { currency: 'NZD' })] })).toEqual([
    { name: 'totals.paid', residue: '50' },
  ]);
});

test('refunds of a line add up to its refunded units', () => {
  expect(residues({ refunds: [refundOf('15', '1'), refundOf('25', '1')] })).toEqual([]);
  expect(residues({ refunds: [refundOf('40', '3')] })).toEqual([
    { name: 'lines[0].quantityRefunded', residue: '-1', unit: 'units' },
  ]);
});

test.each([
  ['how many units', refundOf('40', null)],
  ['of which line', refundOf('40', '3', { lines: [{ lineId: null, quantity: '3', amount: '40' }] })],
  ['of what', refundOf('40', null, { lines: [] })],
])('where a refund does not say %s, units are not held against the order', (_what, refund) => {
  expect(residues({ refunds: [refund] })).toEqual([]);
});

test('a refund that failed counts for nothing', () => {
  expect(residues({ refunds: [refundOf('40', '2'), refundOf('40', '2', { status: 'failed' })] })).toEqual([]);
});

test('no more is refunded than was sold', () => {
  const generous = { ...order, totals: { ...order.totals, refunded: '50.01' } };
  expect(residues({ refunds: [refundOf('50.01', '2')] }, generous)).toEqual([{ name: 'refunds', residue: '0.01' }]);
  const whole = { ...order, totals: { ...order.totals, refunded: '50' } };
  expect(residues({ refunds: [refundOf('50', '2')] }, whole)).toEqual([]);
});

const returnsOf = (...movements: readonly (readonly [amount: string, type: string, id: string])[]) => {
  const returns = createReturns();
  for (const [amount, type, id] of movements)
    returns.enter({ type: 'refund', currency: 'AUD', amount, source: { type, id } } as Transaction);
  return returns;
};

test('no more came back than was refunded, whether the movements name the refund or the order', () => {
  const refunds = [refundOf('40', '2')];
  expect(residues({ refunds, returns: returnsOf(['-30', 'order', 'o1'], ['-10', 'refund', 'r1']) })).toEqual([]);
  expect(residues({ refunds, returns: returnsOf(['-30.01', 'order', 'o1'], ['-10', 'refund', 'r1']) })).toEqual([
    { name: 'transactions', residue: '0.01' },
  ]);
  expect(residues({ refunds, returns: returnsOf(['-99', 'order', 'o2'], ['-99', 'payment', 'p1']) })).toEqual([]);
});

test('refunds that a rule made are no witness of what came back', () => {
  const refunds = [refundOf('40', '2', { derived: true })];
  expect(residues({ refunds, returns: returnsOf(['-99', 'order', 'o1']) })).toEqual([]);
});
