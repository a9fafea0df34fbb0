import { z } from 'zod';
import { anything, decimal, formField, key, legacyAddressShape, list, text, whole } from './kinds.js';
import { linkTo } from './link.js';

export const orderAddressShape = { ...legacyAddressShape, email: text } as const;

export const shippingCostShape = {
  base_cost: decimal,
  cost_ex_tax: decimal,
  cost_inc_tax: decimal,
  cost_tax: decimal,
  cost_tax_class_id: whole,
  base_handling_cost: decimal,
  handling_cost_ex_tax: decimal,
  handling_cost_inc_tax: decimal,
  handling_cost_tax: decimal,
  handling_cost_tax_class_id: whole,
  shipping_zone_id: whole,
  shipping_zone_name: text,
} as const;

export const shippingQuoteSchema = z.object({
  id: key,
  uuid: text,
  timestamp: text,
  shipping_provider_id: text,
  shipping_provider_quote: anything,
  provider_code: text,
  carrier_code: text,
  rate_code: text,
  rate_id: text,
  method_id: key,
});

/** Where goods are sent. */
export const shippingAddressSchema = z.object({
  id: z.number(),
  order_id: whole,
  ...orderAddressShape,
  ...shippingCostShape,
  items_total: whole,
  items_shipped: whole,
  shipping_method: text,
  form_fields: list(formField),
  shipping_quotes: linkTo<z.input<typeof shippingQuoteSchema>>().nullish(),
});

export const orderCouponSchema = z.object({
  id: z.number(),
  coupon_id: whole,
  order_id: whole,
  code: text,
  /** The face value: money, or percent. `discount` is the money that it took off. */
  amount: decimal,
  /** 0 per item, 1 percentage, 2 per total, 3 shipping, 4 free shipping, 5 promotion. */
  type: key,
  discount: decimal,
});

/** One tax on one line or charge, after discounts. */
export const orderTaxSchema = z.object({
  id: z.number(),
  order_id: whole,
  order_address_id: whole,
  tax_rate_id: key,
  sales_tax_id: key,
  tax_class_id: whole,
  name: text,
  class: text,
  /** In percent. */
  rate: decimal,
  priority: whole,
  priority_amount: decimal,
  line_amount: decimal,
  order_pickup_method_id: whole,
  /** With details only. */
  order_product_id: key,
  /** `item`, `shipping`, `handling` or `gift-wrapping`; with details only. */
  line_item_type: text,
});

export const feeSchema = z.object({
  id: z.number(),
  type: text,
  display_name_customer: text,
  display_name_merchant: text,
  source: text,
  base_cost: decimal,
  cost_ex_tax: decimal,
  /** How one endpoint spells it. */
  cost_exc_tax: decimal,
  cost_inc_tax: decimal,
  cost_tax: decimal,
  tax_class_id: whole,
});

export type OrderAddress = z.input<typeof shippingAddressSchema>;
export type OrderCoupon = z.input<typeof orderCouponSchema>;
export type OrderTax = z.input<typeof orderTaxSchema>;
export type OrderFee = z.input<typeof feeSchema>;
export type ShippingQuote = z.input<typeof shippingQuoteSchema>;
