import { z } from 'zod';
import { paymentTypes } from './payment.js';
import { recordFields } from './record.js';
import { textSchema } from './scalars.js';

/** A way to pay in the shop; a payment names it by `methodId`. */
export const paymentMethodSchema = z.strictObject({
  ...recordFields,
  name: textSchema.nullable(),
  type: z.enum(paymentTypes),
  /** `unknown` where the platform does not say whether the shop still offers it. */
  status: z.enum(['active', 'archived', 'unknown']),
});

export type PaymentMethod = z.infer<typeof paymentMethodSchema>;
