import type { Connector, ModelRecord, NativeRecord, Payout, Transaction } from '@cartograph/core';
import { expect, test } from 'vitest';
import { unnoticed } from './unnoticed.js';

const common = { createdAt: null, sourceModifiedAt: null, derived: false } as const;

const payoutOf = (amount: string, currency: string): Payout => ({
  ...common,
  id: 'p1',
  number: null,
  currency,
  amount,
  status: 'paid',
  statusRaw: null,
  periodStartsAt: null,
  periodEndsAt: null,
  dueAt: null,
  paidAt: null,
  remainders: [],
});

const transactionOf = (id: string, amount: string, currency: string): Transaction => ({
  ...common,
  id,
  amount,
  currency,
  tax: null,
  type: 'payment',
  typeRaw: null,
  source: null,
  payoutId: 'p1',
  description: null,
});

interface Body {
  readonly amount: string;
  readonly currency: string;
}

const connector = {
  normalize: ({ stream, id, body }: NativeRecord): readonly ModelRecord[] => {
    const { amount, currency } = body as Body;
    return stream === 'payouts'
      ? [{ resource: 'payouts', record: payoutOf(amount, currency) }]
      : [{ resource: 'transactions', record: transactionOf(id, amount, currency) }];
  },
} as unknown as Connector;

const shop = { name: null, currency: null, timeZone: null };
const native = (stream: string, id: string, body: Body): NativeRecord => ({ stream, id, modifiedAt: null, body });
const payout = native('payouts', 'p1', { amount: '30', currency: 'AUD' });
const transactions = [
  native('transactions', 't1', { amount: '20', currency: 'AUD' }),
  native('transactions', 't2', { amount: '10', currency: 'AUD' }),
];

test('a payout alone proves nothing; with its transactions it notices a cent more in any of them', () => {
  expect([...unnoticed(connector, { natives: [payout], shop })]).toMatchObject([
    { path: 'amount', step: '0.01', after: [['.0.record.amount', '30.01']] },
  ]);
  expect([...unnoticed(connector, { natives: [payout, ...transactions], shop })]).toEqual([]);
});

test('the step is the smallest unit of the currency', () => {
  const stepIn = (currency: string) =>
    [...unnoticed(connector, { natives: [native('payouts', 'p1', { amount: '30', currency })], shop })].map(
      ({ step }) => step,
    );
  expect(['JPY', 'AUD', 'KWD'].flatMap(stepIn)).toEqual(['1', '0.01', '0.001']);
});

test('a path that is not asked for is not tried', () => {
  expect([...unnoticed(connector, { natives: [payout], shop }, path => path !== 'amount')]).toEqual([]);
});
