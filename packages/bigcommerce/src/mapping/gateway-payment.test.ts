import { expect, test } from 'vitest';
import type { NativeTransaction } from '../native/transaction.js';
import { amountOfPayment, gatewayPayments, rawStatusOfPayment, statusOfPayment } from './gateway-payment.js';

const row = (id: number, event: string, more: Partial<NativeTransaction> = {}): NativeTransaction => ({
  id,
  event,
  method: 'credit_card',
  amount: 22,
  gateway: 'braintree',
  status: 'ok',
  test: false,
  reference_transaction_id: null,
  ...more,
});

const told = (...rows: readonly NativeTransaction[]) =>
  gatewayPayments(rows).map(payment => [payment.root.id, statusOfPayment(payment), amountOfPayment(payment)]);

test('an authorization and its capture are one payment, under the id of the first', () => {
  expect(told(row(1, 'authorization'), row(2, 'capture', { reference_transaction_id: 1 }))).toEqual([
    [1, 'paid', '22'],
  ]);
});

test('a capture that does not say what it goes on from joins the open hold of its gateway and amount', () => {
  const captures = [row(3, 'capture', { reference_transaction_id: {} })];
  expect(told(row(1, 'authorization', { amount: 10 }), row(2, 'authorization'), ...captures)).toEqual([
    [1, 'authorized', '10'],
    [2, 'paid', '22'],
  ]);
});

test('a capture whose hold is not there stands for itself', () => {
  expect(told(row(5, 'capture', { reference_transaction_id: 4 }))).toEqual([[5, 'paid', '22']]);
});

test('partial captures add up', () => {
  const captures = [
    row(2, 'capture', { amount: 10, reference_transaction_id: 1 }),
    row(3, 'capture', { amount: 7.5, reference_transaction_id: 1 }),
  ];
  expect(told(row(1, 'authorization'), ...captures)).toEqual([[1, 'paid', '17.5']]);
});

test('a void turns its payment into a canceled one', () => {
  expect(told(row(1, 'authorization'), row(2, 'void', { reference_transaction_id: 1 }))).toEqual([
    [1, 'canceled', '22'],
  ]);
});

test('a settlement notice is no second capture, and a refund no payment', () => {
  const after = [
    row(2, 'settled', { reference_transaction_id: 1 }),
    row(3, 'refund', { amount: 5, reference_transaction_id: 1 }),
  ];
  expect(told(row(1, 'purchase'), ...after)).toEqual([[1, 'paid', '22']]);
});

test('a failed attempt is a failed payment beside the one that worked', () => {
  const payments = gatewayPayments([row(1, 'purchase', { status: 'error' }), row(2, 'purchase')]);
  expect(payments.map(statusOfPayment)).toEqual(['failed', 'paid']);
  expect(payments.map(rawStatusOfPayment)).toEqual(['purchase error', 'purchase']);
});

test('a failed capture leaves the hold as it was', () => {
  const failed = row(2, 'capture', { status: 'error', reference_transaction_id: 1 });
  expect(told(row(1, 'authorization'), failed)).toEqual([[1, 'authorized', '22']]);
});

test('money in test mode is none', () => {
  expect(told(row(1, 'purchase', { test: true }))).toEqual([]);
});

test('a sign on an amount means nothing', () => {
  expect(told(row(1, 'purchase', { amount: -22 }))).toEqual([[1, 'paid', '22']]);
});
