import { z } from 'zod';
import { nativeAmountSchema, nativeIdSchema, nativeListSchema, nativeMapSchema, nativeTextSchema } from './scalars.js';

/** Inner nulls are normal while a unit is pending. */
export const nativeShipmentSchema = nativeMapSchema({
  provider: nativeMapSchema({ name: nativeTextSchema, trackingUrl: nativeTextSchema }),
  providerProduct: nativeTextSchema,
  providerType: nativeTextSchema,
  trackingCode: nativeTextSchema,
});

/** One unit of an order: there is no quantity. */
export const nativeOrderItemSchema = z.object({
  id: nativeIdSchema,
  status: nativeTextSchema,
  failureReason: nativeMapSchema({ name: nativeTextSchema }),
  product: nativeMapSchema({ name: nativeTextSchema, sku: nativeTextSchema, sellerSku: nativeTextSchema }),
  shipment: nativeShipmentSchema,
  warehouseName: nativeTextSchema,
  unitPrice: nativeAmountSchema,
  paidPrice: nativeAmountSchema,
  taxAmount: nativeAmountSchema,
  taxPercent: nativeAmountSchema,
  discountAmount: nativeAmountSchema,
  vouchers: nativeListSchema(z.object({ code: nativeTextSchema, amount: nativeAmountSchema })),
  shippingFee: nativeAmountSchema,
  shippingVoucherAmount: nativeAmountSchema,
  storeCredits: nativeAmountSchema,
  walletCredits: nativeAmountSchema,
  updatedAt: nativeTextSchema,
  lastStatusChangedAt: nativeTextSchema,
  extraAttributes: nativeMapSchema({ installment_fee: nativeAmountSchema, gst_free: nativeTextSchema }),
});

export type NativeOrderItem = z.infer<typeof nativeOrderItemSchema>;
export type NativeShipment = NonNullable<z.infer<typeof nativeShipmentSchema>>;
