import { z } from 'zod';
import { scalar } from './loose.js';

const appliedDiscountSchema = z.object({
  /** `coupon`, `total-coupon`, `manual-discount`, or the number of a promotion. */
  id: scalar,
  /** On the side that the order's `is_tax_inclusive_pricing` names. */
  amount: scalar,
  name: scalar,
  code: scalar,
});

/** An order product. */
export const nativeOrderLineSchema = z.object({
  id: scalar,
  /** 0 for what the merchant typed in, and for gift certificates. */
  product_id: scalar,
  variant_id: scalar,
  name: scalar,
  sku: scalar,
  /** `physical`, `digital` or `giftcertificate`. */
  type: scalar,
  quantity: scalar,
  quantity_shipped: scalar,
  quantity_refunded: scalar,
  price_ex_tax: scalar,
  /** The three totals are before discounts, save that a manual discount lowers the tax. */
  total_ex_tax: scalar,
  total_inc_tax: scalar,
  total_tax: scalar,
  /** After every discount, with tax; old lines lack it. */
  discounted_total_inc_tax: scalar,
  wrapping_cost_ex_tax: scalar,
  wrapping_cost_inc_tax: scalar,
  wrapping_cost_tax: scalar,
  parent_order_product_id: scalar,
  applied_discounts: z.array(appliedDiscountSchema).nullish(),
});

export type NativeOrderLine = z.infer<typeof nativeOrderLineSchema>;
export type NativeAppliedDiscount = z.infer<typeof appliedDiscountSchema>;
