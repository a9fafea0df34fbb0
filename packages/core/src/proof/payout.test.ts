import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromNumber, sum } from '../decimal.js';
import type { Payout, PayoutRemainder } from '../model/payout.js';
import type { Transaction } from '../model/transaction.js';
import { provePayout } from './payout.js';

const payoutOf = (amount: string, remainders: readonly PayoutRemainder[] = []) =>
  ({ id: 'p1', currency: 'AUD', amount, remainders }) as unknown as Payout;

const transactionOf = (amount: string | null, over: Partial<Transaction> = {}) =>
  ({ amount, currency: 'AUD', type: 'payment', payoutId: 'p1', ...over }) as Transaction;

const remainderOf = (reason: PayoutRemainder['reason'], amount: string): PayoutRemainder => ({
  reason,
  amount,
  note: null,
});

test('a payout is the sum of its transactions, signed, without its own movement', () => {
  const transactions = [
    transactionOf('100'),
    transactionOf('-12.34', { type: 'paymentFee' }),
    transactionOf('-20', { type: 'refund' }),
    transactionOf('-67.66', { type: 'payout' }),
  ];
  expect(provePayout(payoutOf('67.66'), transactions)).toMatchObject({ result: 'proven', residues: [] });
  expect(provePayout(payoutOf('67.67'), transactions)).toMatchObject({
    result: 'unproven',
    residues: [{ name: 'amount', stated: '67.67', computed: '67.66', residue: '0.01' }],
  });
});

test('named remainders explain, unexplained ones do not, and nothing kept is no remainder', () => {
  const remainders = [remainderOf('openingBalance', '5'), remainderOf('withheld', '-50')];
  expect(provePayout(payoutOf('55', remainders), [transactionOf('100')])).toMatchObject({
    result: 'explained',
    explanations: remainders,
  });
  expect(provePayout(payoutOf('99', [remainderOf('unexplained', '-1')]), [transactionOf('100')])).toMatchObject({
    result: 'unproven',
    residues: [{ name: 'remainders', residue: '-1' }],
  });
  expect(provePayout(payoutOf('100', [remainderOf('openingBalance', '0')]), [transactionOf('100')]).result).toBe(
    'proven',
  );
});

test('transactions in another currency are not added, and do not cancel each other', () => {
  const foreign = [transactionOf('7', { currency: 'NZD' }), transactionOf('-7', { currency: 'NZD' })];
  expect(provePayout(payoutOf('100'), [transactionOf('100'), ...foreign])).toMatchObject({
    result: 'unproven',
    residues: [{ name: 'transactions', stated: '14', residue: '14', unit: 'NZD' }],
  });
});

test('a transaction that names no currency is in the payout’s, and one that tells no amount adds nothing', () => {
  const transactions = [transactionOf('60', { currency: null }), transactionOf('40'), transactionOf(null)];
  expect(provePayout(payoutOf('100'), transactions).result).toBe('proven');
});

test('a payout without any transaction is unproven by its whole amount', () => {
  expect(provePayout(payoutOf('100'), []).residues).toMatchObject([{ name: 'amount', residue: '100' }]);
});

test('any transactions add up, whatever their order, and the least unit more does not', () => {
  const amount = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map(units => fromNumber(units / 1000));
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 50 }), amounts => {
      const whole = sum(amounts);
      const transactions = amounts.toReversed().map(one => transactionOf(one));
      expect(provePayout(payoutOf(whole), transactions).result).toBe('proven');
      expect(provePayout(payoutOf(sum([whole, '0.001'])), transactions).residues).toMatchObject([{ residue: '0.001' }]);
    }),
  );
});
