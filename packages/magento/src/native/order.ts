import { z } from 'zod';
import { nativeAddressSchema } from './address.js';
import { fields } from './fields.js';
import { flagScalar, list, optionalObject, scalar } from './loose.js';
import { nativeOrderItemSchema } from './order-item.js';

const appliedTaxSchema = z.object({
  code: scalar,
  title: scalar,
  percent: scalar,
  amount: scalar,
  /** The rates that make it up: rates of one level are one tax. */
  extension_attributes: optionalObject(z.object({ rates: list(z.object({ code: scalar })) })),
});

const itemAppliedTaxesSchema = z.object({
  /** `product`, `shipping`, `weee`… */
  type: scalar,
  item_id: scalar,
  applied_taxes: list(appliedTaxSchema),
});

const paymentSchema = z.object({
  entity_id: scalar,
  method: scalar,
  cc_type: scalar,
  cc_last4: scalar,
  last_trans_id: scalar,
  amount_ordered: scalar,
  amount_authorized: scalar,
  amount_paid: scalar,
});

/** Gift cards, store credit, reward points and gift wrapping: Adobe Commerce only. */
const extensionSchema = z.object({
  shipping_assignments: list(
    z.object({ shipping: optionalObject(z.object({ address: optionalObject(nativeAddressSchema) })) }),
  ),
  payment_additional_info: list(z.object({ key: scalar, value: scalar })),
  item_applied_taxes: list(itemAppliedTaxesSchema),
  custom_fees: list(z.object({ id: scalar, custom_fee_label: scalar, custom_fee_amount: scalar })),
  gift_cards_amount: scalar,
  gift_cards_refunded: scalar,
  customer_balance_amount: scalar,
  customer_balance_refunded: scalar,
  reward_currency_amount: scalar,
  base_gift_cards_amount: scalar,
  base_gift_cards_refunded: scalar,
  base_customer_balance_amount: scalar,
  base_customer_balance_refunded: scalar,
  base_reward_currency_amount: scalar,
  gw_price: scalar,
  gw_tax_amount: scalar,
  gw_items_price: scalar,
  gw_items_tax_amount: scalar,
  gw_card_price: scalar,
  gw_card_tax_amount: scalar,
});

/** Amounts without a prefix are in the order's currency, those with `base_` in the website's. */
export const nativeOrderSchema = z.object({
  entity_id: scalar,
  increment_id: scalar,
  state: scalar,
  status: scalar,
  store_id: scalar,
  /** Website, group and view as they were called then, one a line. */
  store_name: scalar,
  created_at: scalar,
  updated_at: scalar,
  order_currency_code: scalar,
  base_currency_code: scalar,
  base_to_order_rate: scalar,
  customer_id: scalar,
  customer_is_guest: flagScalar,
  customer_email: scalar,
  customer_prefix: scalar,
  customer_firstname: scalar,
  customer_middlename: scalar,
  customer_lastname: scalar,
  customer_suffix: scalar,
  customer_note: scalar,
  coupon_code: scalar,
  discount_description: scalar,
  /** Negative; of items and shipping; holds tax where prices include tax. */
  discount_amount: scalar,
  discount_tax_compensation_amount: scalar,
  shipping_description: scalar,
  shipping_amount: scalar,
  shipping_tax_amount: scalar,
  shipping_discount_amount: scalar,
  shipping_discount_tax_compensation_amount: scalar,
  tax_amount: scalar,
  grand_total: scalar,
  total_paid: scalar,
  total_due: scalar,
  total_canceled: scalar,
  total_refunded: scalar,
  total_online_refunded: scalar,
  total_offline_refunded: scalar,
  base_discount_amount: scalar,
  base_discount_tax_compensation_amount: scalar,
  base_shipping_discount_tax_compensation_amnt: scalar,
  base_tax_amount: scalar,
  base_grand_total: scalar,
  base_total_refunded: scalar,
  items: list(nativeOrderItemSchema),
  billing_address: optionalObject(nativeAddressSchema),
  payment: optionalObject(paymentSchema),
  status_histories: list(z.object({ status: scalar, created_at: scalar })),
  extension_attributes: optionalObject(extensionSchema),
});

export type NativeOrder = z.infer<typeof nativeOrderSchema>;
export type NativeAppliedTax = z.infer<typeof appliedTaxSchema>;

/** What a client shows of an order beyond what the model takes of it. */
export const orderRecordSchema = nativeOrderSchema.extend({
  ...fields(
    scalar,
    'quote_id ext_order_id ext_customer_id original_increment_id edit_increment relation_parent_id relation_parent_real_id',
    'relation_child_id relation_child_real_id hold_before_state hold_before_status customer_group_id customer_dob',
    'customer_gender customer_taxvat applied_rule_ids store_currency_code global_currency_code base_to_global_rate',
    'subtotal subtotal_incl_tax subtotal_invoiced subtotal_refunded subtotal_canceled shipping_incl_tax shipping_invoiced',
    'shipping_refunded shipping_canceled shipping_tax_refunded tax_invoiced tax_refunded tax_canceled discount_invoiced',
    'discount_refunded discount_canceled discount_tax_compensation_refunded total_invoiced total_qty_ordered',
    'total_item_count adjustment_positive adjustment_negative base_subtotal base_total_paid base_total_due weight',
  ),
  ...fields(flagScalar, 'is_virtual email_sent'),
});

/** What was said of an order, newest first. Comments may hold HTML. */
export const statusHistorySchema = z.object({
  ...fields(scalar, 'entity_id parent_id comment created_at entity_name status'),
  ...fields(flagScalar, 'is_customer_notified is_visible_on_front'),
});

export type OrderRecord = z.infer<typeof orderRecordSchema>;
export type StatusHistory = z.infer<typeof statusHistorySchema>;
