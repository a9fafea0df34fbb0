import { expect, test } from 'vitest';
import type { Payment } from '../model/payment.js';
import type { Payout } from '../model/payout.js';
import type { Refund } from '../model/refund.js';
import { check } from './check.js';
import { conclude } from './proof.js';
import { addToTally, emptyTally, movedAmount } from './tally.js';

test('proofs are rolled up: signed differences that have a name, absolute residues that have none', () => {
  const named = (amount: string) => ({ reason: 'rounding', amount });
  const proofs = [
    conclude([check('amount', '10', '10')], 'adjustments', []),
    conclude([check('amount', '10', '10')], 'adjustments', [named('0.02'), named('-0.05')]),
    conclude([check('amount', '10', '12'), check('tax', '1', '0')], 'adjustments', []),
  ];
  expect(proofs.reduce((tally, proof) => addToTally(tally, '10', proof), emptyTally('orders', 'AUD'))).toEqual({
    resource: 'orders',
    currency: 'AUD',
    count: 3,
    proven: 1,
    explained: 1,
    unproven: 1,
    amount: '30',
    explainedAmount: '-0.03',
    unprovenAmount: '3',
  });
});

test('residues of other currencies, and of units, are no part of the sum', () => {
  const checks = [
    { ...check('transactions', '7', '0'), unit: 'NZD' },
    { ...check('lines[0].quantityRefunded', '2', '1'), unit: 'units' },
  ];
  const tally = addToTally(emptyTally('payouts', 'AUD'), '10', conclude(checks, 'remainders', []));
  expect(tally).toMatchObject({ unproven: 1, unprovenAmount: '0' });
});

test('only money that moved is summed', () => {
  const amount = '10';
  const payment = (status: Payment['status']) => movedAmount.payments({ status, amount } as Payment);
  const refund = (status: Refund['status']) => movedAmount.refunds({ status, amount } as Refund);
  const payout = (status: Payout['status']) => movedAmount.payouts({ status, amount } as Payout);
  expect([payment('paid'), refund('completed'), refund('pending'), payout('paid'), payout('pending')]).toEqual(
    Array(5).fill(amount),
  );
  expect([payment('authorized'), payment('pending'), refund('failed'), payout('failed'), payout('canceled')]).toEqual(
    Array(5).fill('0'),
  );
});
