import { z } from 'zod';
import { recordFields } from './record.js';
import { currencySchema, decimalSchema, textSchema } from './scalars.js';

export const transactionTypes = [
  'payment',
  'refund',
  'payout',
  'failedPayout',
  'transfer',
  'paymentFee',
  'paymentFeeRefund',
  'unknown',
] as const;

/** A movement on the merchant's balance, at the platform or at its payment gateway. */
export const transactionSchema = z.strictObject({
  ...recordFields,
  /** Signed from the merchant's view: sales and fees returned are positive; refunds, fees and payouts negative. Null where no amount is told. */
  amount: decimalSchema.nullable(),
  currency: currencySchema.nullable(),
  /** The tax within `amount`, with its sign. */
  tax: decimalSchema.nullable(),
  type: z.enum(transactionTypes),
  typeRaw: textSchema.nullable(),
  /** What the movement is about. */
  source: z
    .strictObject({ type: z.enum(['order', 'payment', 'refund', 'payout', 'unknown']), id: textSchema })
    .nullable(),
  /** The payout that settles it; null where there is none yet, or the platform does not settle. */
  payoutId: textSchema.nullable(),
  description: textSchema.nullable(),
});

export type Transaction = z.infer<typeof transactionSchema>;
export type TransactionType = Transaction['type'];
