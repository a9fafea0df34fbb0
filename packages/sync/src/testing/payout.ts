import type { Payout, PayoutRemainder, Transaction } from '@cartograph/core';

export const simplePayout = (
  id: string,
  currency: string,
  amount: string,
  remainders: PayoutRemainder[] = [],
): Payout => ({
  id,
  createdAt: null,
  sourceModifiedAt: null,
  derived: false,
  number: id,
  currency,
  amount,
  status: 'paid',
  statusRaw: null,
  periodStartsAt: null,
  periodEndsAt: null,
  dueAt: null,
  paidAt: null,
  remainders,
});

export const simpleTransaction = (
  id: string,
  payoutId: string | null,
  currency: string,
  amount: string,
): Transaction => ({
  id,
  createdAt: null,
  sourceModifiedAt: null,
  derived: false,
  amount,
  currency,
  tax: null,
  type: amount.startsWith('-') ? 'paymentFee' : 'payment',
  typeRaw: null,
  source: null,
  payoutId,
  description: null,
});
