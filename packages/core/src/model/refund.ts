import { z } from 'zod';
import { chargeSchema } from './order-parts.js';
import { recordFields } from './record.js';
import { currencySchema, decimalSchema, positiveSchema, textSchema } from './scalars.js';

export const refundLineSchema = z.strictObject({
  /** The order's line; null where the refund names none. */
  lineId: textSchema.nullable(),
  quantity: positiveSchema.nullable(),
  /** With tax; null where the platform gives no amount a line. */
  amount: decimalSchema.nullable(),
});

/** A dated event on an order by which money went back, or is to go back, to the buyer. */
export const refundSchema = z.strictObject({
  ...recordFields,
  orderId: textSchema,
  currency: currencySchema,
  /** With tax, at least 0. */
  amount: positiveSchema,
  tax: decimalSchema.nullable(),
  status: z.enum(['pending', 'completed', 'failed', 'unknown']),
  statusRaw: textSchema.nullable(),
  method: z.enum(['gateway', 'storeCredit', 'manual', 'mixed', 'unknown']),
  reason: textSchema.nullable(),
  lines: z.array(refundLineSchema),
  charges: z.array(z.strictObject({ type: chargeSchema.shape.type, amount: decimalSchema })),
  /** Signed difference between the parts and `amount` that the platform states: restocking fees, goodwill. */
  adjustment: decimalSchema,
});

export type Refund = z.infer<typeof refundSchema>;
export type RefundLine = z.infer<typeof refundLineSchema>;
