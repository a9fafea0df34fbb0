import { z } from 'zod';
import { recordFields } from './record.js';
import { currencySchema, decimalSchema, instantSchema, textSchema } from './scalars.js';

/** What is paid out beside the transactions of the period, or kept back from them. */
export const payoutRemainderSchema = z.strictObject({
  reason: z.enum(['openingBalance', 'withheld', 'carriedForward', 'manual', 'unexplained']),
  /** Signed: what raises the payout is positive. */
  amount: decimalSchema,
  note: textSchema.nullable(),
});

/** A settlement: what the platform pays to the merchant for a period. */
export const payoutSchema = z.strictObject({
  ...recordFields,
  /** The number that stands on the statement. */
  number: textSchema.nullable(),
  currency: currencySchema,
  /** Positive when money goes to the merchant, negative when the merchant owes it. */
  amount: decimalSchema,
  status: z.enum(['pending', 'paid', 'failed', 'canceled', 'unknown']),
  statusRaw: textSchema.nullable(),
  periodStartsAt: instantSchema.nullable(),
  periodEndsAt: instantSchema.nullable(),
  dueAt: instantSchema.nullable(),
  paidAt: instantSchema.nullable(),
  /** `amount` = Σ the transactions of this payout + Σ remainders. */
  remainders: z.array(payoutRemainderSchema),
});

export type Payout = z.infer<typeof payoutSchema>;
export type PayoutRemainder = Payout['remainders'][number];
