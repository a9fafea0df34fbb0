import { z } from 'zod';
import { recordFields } from './record.js';
import { instantSchema, positiveSchema, textSchema } from './scalars.js';

export const trackingSchema = z.strictObject({
  carrier: textSchema.nullable(),
  number: textSchema.nullable(),
  url: textSchema.nullable(),
});

export const fulfillmentLineSchema = z.strictObject({
  /** The order's line. */
  lineId: textSchema,
  quantity: positiveSchema,
});

/** Goods that left, or are to leave, for the buyer: a parcel, a shipment, a pick-up. */
export const fulfillmentSchema = z.strictObject({
  ...recordFields,
  orderId: textSchema,
  status: z.enum(['pending', 'shipped', 'delivered', 'failed', 'canceled', 'returned', 'unknown']),
  statusRaw: textSchema.nullable(),
  shippedAt: instantSchema.nullable(),
  deliveredAt: instantSchema.nullable(),
  /** The shipping method as the shop names it. */
  method: textSchema.nullable(),
  tracking: z.array(trackingSchema),
  /** Where the goods left from. */
  locationId: textSchema.nullable(),
  lines: z.array(fulfillmentLineSchema),
});

export type Fulfillment = z.infer<typeof fulfillmentSchema>;
