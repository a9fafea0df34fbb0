import { z } from 'zod';
import { recordFields } from './record.js';
import { currencySchema, instantSchema, positiveSchema, textSchema } from './scalars.js';

/** A chargeback or inquiry by which a buyer contests a payment. */
export const disputeSchema = z.strictObject({
  ...recordFields,
  orderId: textSchema.nullable(),
  /** The contested movements of money. */
  transactionIds: z.array(textSchema),
  currency: currencySchema,
  amount: positiveSchema,
  status: z.enum([
    'won',
    'lost',
    'accepted',
    'processing',
    'chargeRefunded',
    'evidenceRequired',
    'inquiryEvidenceRequired',
    'inquiryProcessing',
    'inquiryClosed',
    'waitingThirdParty',
    'unknown',
  ]),
  statusRaw: textSchema.nullable(),
  reason: textSchema.nullable(),
  dueAt: instantSchema.nullable(),
});

export type Dispute = z.infer<typeof disputeSchema>;
