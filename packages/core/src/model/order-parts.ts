import { z } from 'zod';
import { currencySchema, decimalSchema, positiveSchema, textSchema } from './scalars.js';

/** A share of a discount that has a name: a coupon, a promotion, a manual reduction. */
export const discountAllocationSchema = z.strictObject({
  id: textSchema.nullable(),
  name: textSchema.nullable(),
  code: textSchema.nullable(),
  /** Excludes tax. */
  amount: positiveSchema,
});

/** A share of the tax that goes to one tax component. */
export const taxAllocationSchema = z.strictObject({
  componentId: textSchema.nullable(),
  name: textSchema.nullable(),
  /** In percent: `8.25`. */
  rate: decimalSchema.nullable(),
  amount: decimalSchema,
});

export const orderLineSchema = z.strictObject({
  id: textSchema,
  productId: textSchema.nullable(),
  variantId: textSchema.nullable(),
  sku: textSchema.nullable(),
  name: textSchema.nullable(),
  status: z.enum(['open', 'fulfilled', 'delivered', 'canceled', 'returned', 'refunded', 'unknown']).nullable(),
  statusRaw: textSchema.nullable(),
  /** Units sold, the canceled and refunded ones included. */
  quantity: positiveSchema,
  quantityFulfilled: positiveSchema.nullable(),
  quantityCanceled: positiveSchema.nullable(),
  quantityRefunded: positiveSchema.nullable(),
  /** One unit, before tax and discount. */
  unitPrice: decimalSchema,
  /** Of the whole line, excluding tax. */
  discount: positiveSchema,
  discounts: z.array(discountAllocationSchema),
  /** Of the whole line, after discount. */
  tax: decimalSchema,
  taxes: z.array(taxAllocationSchema),
  /** The whole line, after discount, with tax. */
  total: decimalSchema,
  isGiftCard: z.boolean(),
  requiresShipping: z.boolean().nullable(),
});

export const chargeSchema = z.strictObject({
  id: textSchema.nullable(),
  type: z.enum(['shipping', 'handling', 'wrapping', 'payment', 'other']),
  name: textSchema.nullable(),
  /** After its own discount, before tax. */
  net: decimalSchema,
  /** Its own discount, excluding tax; `net` is already reduced by it. */
  discount: positiveSchema,
  discounts: z.array(discountAllocationSchema),
  tax: decimalSchema,
  taxes: z.array(taxAllocationSchema),
  /** `net` and `tax`. */
  total: decimalSchema,
});

/** A named difference between the parts of an order and the platform's own total. */
export const adjustmentSchema = z.strictObject({
  reason: z.enum(['rounding', 'fixedTax', 'fee', 'manual', 'unexplained']),
  /** Signed, with tax. */
  amount: decimalSchema,
  /** The tax within `amount`. */
  tax: decimalSchema,
  note: textSchema.nullable(),
});

export const orderTotalsSchema = z.strictObject({
  /** What was sold, with tax, after discounts, before refunds; paid with whatever means. */
  grand: decimalSchema,
  tax: decimalSchema,
  /** Of lines and charges, excluding tax. */
  discount: positiveSchema,
  gratuity: decimalSchema,
  /** Of all refunds, positive; null where the platform does not say. */
  refunded: positiveSchema.nullable(),
  /** `grand` − `refunded`. */
  net: decimalSchema.nullable(),
  /** Taken from the buyer by any means, refunds not deducted. */
  paid: decimalSchema.nullable(),
  /** `grand` − `paid`. */
  due: decimalSchema.nullable(),
  /** The platform's own grand total, as it stands there: gift cards or store credit may be taken off it. */
  platformTotal: decimalSchema,
});

/** The order's figures in the shop's own currency, as the platform states them; never recomputed. */
export const shopTotalsSchema = z.strictObject({
  currency: currencySchema,
  grand: decimalSchema.nullable(),
  tax: decimalSchema.nullable(),
  discount: decimalSchema.nullable(),
  refunded: decimalSchema.nullable(),
});

export type DiscountAllocation = z.infer<typeof discountAllocationSchema>;
export type TaxAllocation = z.infer<typeof taxAllocationSchema>;
export type OrderLine = z.infer<typeof orderLineSchema>;
export type Charge = z.infer<typeof chargeSchema>;
export type Adjustment = z.infer<typeof adjustmentSchema>;
export type OrderTotals = z.infer<typeof orderTotalsSchema>;
export type ShopTotals = z.infer<typeof shopTotalsSchema>;
