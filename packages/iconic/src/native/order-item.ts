import { z } from 'zod';
import { nativeAmountSchema, nativeIdSchema, nativeTextSchema } from './scalars.js';

/** An absent map arrives as null, as blank text or, as PHP writes an empty one, as an empty list. */
const extraAttributesSchema = z
  .union([
    z.object({ installment_fee: nativeAmountSchema, gst_free: nativeTextSchema }),
    z.string(),
    z.array(z.unknown()),
  ])
  .nullish();

/** One unit of an order: there is no quantity. */
export const nativeOrderItemSchema = z.object({
  id: nativeIdSchema,
  status: nativeTextSchema,
  failureReason: z.object({ name: nativeTextSchema }).nullish(),
  product: z.object({ name: nativeTextSchema, sku: nativeTextSchema, sellerSku: nativeTextSchema }).nullish(),
  unitPrice: nativeAmountSchema,
  paidPrice: nativeAmountSchema,
  taxAmount: nativeAmountSchema,
  taxPercent: nativeAmountSchema,
  discountAmount: nativeAmountSchema,
  vouchers: z.array(z.object({ code: nativeTextSchema, amount: nativeAmountSchema })).nullish(),
  shippingFee: nativeAmountSchema,
  shippingVoucherAmount: nativeAmountSchema,
  storeCredits: nativeAmountSchema,
  walletCredits: nativeAmountSchema,
  updatedAt: nativeTextSchema,
  lastStatusChangedAt: nativeTextSchema,
  extraAttributes: extraAttributesSchema,
});

export type NativeOrderItem = z.infer<typeof nativeOrderItemSchema>;
