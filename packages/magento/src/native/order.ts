import { z } from 'zod';
import { nativeAddressSchema } from './address.js';
import { emptyAsList, scalar } from './loose.js';
import { nativeOrderItemSchema } from './order-item.js';

const appliedTaxSchema = z.object({
  code: scalar,
  title: scalar,
  percent: scalar,
  amount: scalar,
  /** The rates that make it up: rates of one level are one tax. */
  extension_attributes: emptyAsList(z.object({ rates: z.array(z.object({ code: scalar })).nullish() })),
});

const itemAppliedTaxesSchema = z.object({
  /** `product`, `shipping`, `weee`… */
  type: scalar,
  item_id: scalar,
  applied_taxes: z.array(appliedTaxSchema).nullish(),
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
  shipping_assignments: z
    .array(z.object({ shipping: emptyAsList(z.object({ address: emptyAsList(nativeAddressSchema) })) }))
    .nullish(),
  payment_additional_info: z.array(z.object({ key: scalar, value: scalar })).nullish(),
  item_applied_taxes: z.array(itemAppliedTaxesSchema).nullish(),
  custom_fees: z.array(z.object({ id: scalar, custom_fee_label: scalar, custom_fee_amount: scalar })).nullish(),
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
  customer_is_guest: scalar,
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
  items: z.array(nativeOrderItemSchema).nullish(),
  billing_address: emptyAsList(nativeAddressSchema),
  payment: emptyAsList(paymentSchema),
  status_histories: z.array(z.object({ status: scalar, created_at: scalar })).nullish(),
  extension_attributes: emptyAsList(extensionSchema),
});

export type NativeOrder = z.infer<typeof nativeOrderSchema>;
export type NativeAppliedTax = z.infer<typeof appliedTaxSchema>;
