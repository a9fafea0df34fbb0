import { z } from 'zod';
import { recordFields } from './record.js';
import { currencySchema, positiveSchema, textSchema } from './scalars.js';

export const paymentTypes = [
  'cash',
  'card',
  'invoice',
  'onlineCard',
  'paypal',
  'prepaid',
  'storeCredit',
  'mobile',
  'custom',
  'unknown',
] as const;

/** Money from the buyer towards an order: one record, whatever the number of gateway events behind it. */
export const paymentSchema = z.strictObject({
  ...recordFields,
  orderId: textSchema,
  currency: currencySchema,
  amount: positiveSchema,
  status: z.enum(['pending', 'authorized', 'paid', 'failed', 'canceled', 'unknown']),
  statusRaw: textSchema.nullable(),
  type: z.enum(paymentTypes),
  /** The payment method of the shop; null where the platform has no list of them, or names none. */
  methodId: textSchema.nullable(),
  /** The means as the platform names it. */
  method: textSchema.nullable(),
  provider: textSchema.nullable(),
  /** The gateway's own id of the money movement. */
  reference: textSchema.nullable(),
});

export type Payment = z.infer<typeof paymentSchema>;
export type PaymentType = Payment['type'];
