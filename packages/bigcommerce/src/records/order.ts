import { z } from 'zod';
import { consignmentsSchema } from './consignment.js';
import { decimal, flag, flagLike, formField, key, list, text, time, whole } from './kinds.js';
import { linkTo } from './link.js';
import { feeSchema, type OrderAddress, type OrderCoupon, orderAddressShape } from './order-part.js';
import type { OrderProduct } from './order-product.js';

export const orderSchema = z.object({
  /** Also the number that the shopper and the merchant see. */
  id: z.number(),
  /** 0 for a guest. */
  customer_id: whole,
  date_created: text,
  date_modified: text,
  /** Blank until something ships. */
  date_shipped: text,
  status_id: whole,
  status: text,
  /** The merchant's own label. */
  custom_status: text,
  cart_id: text,
  /** The two subtotals are before discounts, the tax in `subtotal_tax` is after them. */
  subtotal_ex_tax: decimal,
  subtotal_inc_tax: decimal,
  subtotal_tax: decimal,
  base_shipping_cost: decimal,
  shipping_cost_ex_tax: decimal,
  shipping_cost_inc_tax: decimal,
  shipping_cost_tax: decimal,
  shipping_cost_tax_class_id: whole,
  base_handling_cost: decimal,
  handling_cost_ex_tax: decimal,
  handling_cost_inc_tax: decimal,
  handling_cost_tax: decimal,
  handling_cost_tax_class_id: whole,
  base_wrapping_cost: decimal,
  wrapping_cost_ex_tax: decimal,
  wrapping_cost_inc_tax: decimal,
  wrapping_cost_tax: decimal,
  wrapping_cost_tax_class_id: whole,
  total_ex_tax: decimal,
  total_inc_tax: decimal,
  total_tax: decimal,
  /** Which side of the amounts is exact: true for those with tax. */
  is_tax_inclusive_pricing: flag,
  items_total: whole,
  items_shipped: whole,
  payment_method: text,
  payment_provider_id: key,
  /** Blank where payment is offline. */
  payment_status: text,
  /** Always 0: the refunds tell. */
  refunded_amount: decimal,
  order_is_digital: flag,
  store_credit_amount: decimal,
  gift_certificate_amount: decimal,
  ip_address: text,
  ip_address_v6: text,
  geoip_country: text,
  geoip_country_iso2: text,
  currency_id: whole,
  /** What the shopper was shown; `default_currency_code` is the currency of all amounts. */
  currency_code: text,
  currency_exchange_rate: decimal,
  default_currency_id: whole,
  default_currency_code: text,
  store_default_currency_code: text,
  store_default_to_transactional_exchange_rate: decimal,
  staff_notes: text,
  customer_message: text,
  discount_amount: decimal,
  coupon_discount: decimal,
  shipping_address_count: whole,
  is_deleted: flagLike,
  is_email_opt_in: flagLike,
  credit_card_type: z.union([z.string(), z.object({})]).nullish(),
  order_source: text,
  channel_id: whole,
  external_source: text,
  external_id: key,
  external_order_id: key,
  external_merchant_id: key,
  tax_provider_id: text,
  customer_locale: text,
  ebay_order_id: text,
  billing_address: z.object({ ...orderAddressShape, form_fields: list(formField) }).nullish(),
  products: linkTo<OrderProduct>().nullish(),
  shipping_addresses: linkTo<OrderAddress>().nullish(),
  coupons: linkTo<OrderCoupon>().nullish(),
  /** A link, unless they were included: then objects, or with the older structure a list. */
  consignments: z.union([consignmentsSchema, z.array(z.unknown())]).nullish(),
  fees: z.union([z.array(feeSchema), linkTo<z.input<typeof feeSchema>>()]).nullish(),
});

export type Order = z.input<typeof orderSchema>;

export const orderStatusSchema = z.object({
  id: z.number(),
  name: text,
  system_label: text,
  custom_label: text,
  system_description: text,
  order: whole,
});

export const orderCountSchema = z.object({
  count: z.number(),
  statuses: list(
    z.object({
      id: z.number(),
      name: text,
      custom_label: text,
      system_label: text,
      count: z.number(),
      sort_order: whole,
    }),
  ),
});

export const orderMessageSchema = z.object({
  id: z.number(),
  order_id: whole,
  staff_id: whole,
  customer_id: whole,
  type: text,
  subject: text,
  message: text,
  /** `read` or `unread`. */
  status: text,
  is_flagged: flagLike,
  date_created: time,
});

export type OrderStatus = z.input<typeof orderStatusSchema>;
export type OrderCount = z.input<typeof orderCountSchema>;
export type OrderMessage = z.input<typeof orderMessageSchema>;
