import { z } from 'zod';
import { nativeOrderSchema } from './order.js';
import { nativeCouponSchema, nativeTaxSchema } from './order-details.js';
import { nativeOrderLineSchema } from './order-line.js';
import { nativeRefundSchema } from './refund.js';
import { nativeShipmentSchema } from './shipment.js';
import { nativeTransactionSchema } from './transaction.js';

/** An order with what had to be asked for beside it. A part that is missing was not asked for or not permitted. */
export const orderBodySchema = z.object({
  order: nativeOrderSchema,
  /** All lines, where the order itself includes only the first fifty. */
  products: z.array(nativeOrderLineSchema).nullish(),
  taxes: z.array(nativeTaxSchema).nullish(),
  coupons: z.array(nativeCouponSchema).nullish(),
  transactions: z.array(nativeTransactionSchema).nullish(),
  refunds: z.array(nativeRefundSchema).nullish(),
  shipments: z.array(nativeShipmentSchema).nullish(),
});

export type OrderBody = z.infer<typeof orderBodySchema>;
