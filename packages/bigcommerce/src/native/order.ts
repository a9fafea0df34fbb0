import { z } from 'zod';
import { nativeOrderAddressSchema } from './address.js';
import { scalar } from './loose.js';
import { nativeOrderLineSchema } from './order-line.js';

/** Lines beyond the fiftieth of an order are left out here, and an entry with a warning stands in their place. */
const includedLinesSchema = z.array(
  z.union([z.object({ __warning__: z.object({ message: scalar }) }), nativeOrderLineSchema]),
);

const consignmentSchema = z.object({ line_items: includedLinesSchema.nullish() });

const shippingConsignmentSchema = consignmentSchema.extend({
  ...nativeOrderAddressSchema.shape,
  shipping_method: scalar,
  cost_ex_tax: scalar,
  cost_inc_tax: scalar,
  cost_tax: scalar,
  handling_cost_ex_tax: scalar,
  handling_cost_inc_tax: scalar,
  handling_cost_tax: scalar,
});

/** As `consignment_structure=object` gives them. */
const consignmentsSchema = z.object({
  shipping: z.array(shippingConsignmentSchema).nullish(),
  pickups: z.array(consignmentSchema).nullish(),
  downloads: z.array(consignmentSchema).nullish(),
  email: z.object({ gift_certificates: z.array(consignmentSchema).nullish() }).nullish(),
});

const feeSchema = z.object({
  id: scalar,
  display_name_customer: scalar,
  display_name_merchant: scalar,
  cost_ex_tax: scalar,
  /** How the endpoint of the fees of one order spells it. */
  cost_exc_tax: scalar,
  cost_inc_tax: scalar,
  cost_tax: scalar,
});

/** As the endpoint of the fees of one order frames them. */
const feesSchema = z.object({ fees: z.array(feeSchema) });

/** Amounts are in the currency of `default_currency_code`. */
export const nativeOrderSchema = z.object({
  id: scalar,
  customer_id: scalar,
  date_created: scalar,
  date_modified: scalar,
  date_shipped: scalar,
  status_id: scalar,
  status: scalar,
  is_tax_inclusive_pricing: scalar,
  /** The two subtotals are before discounts, the tax between them in `subtotal_tax` is after. */
  subtotal_ex_tax: scalar,
  subtotal_inc_tax: scalar,
  subtotal_tax: scalar,
  shipping_cost_ex_tax: scalar,
  shipping_cost_inc_tax: scalar,
  shipping_cost_tax: scalar,
  handling_cost_ex_tax: scalar,
  handling_cost_inc_tax: scalar,
  handling_cost_tax: scalar,
  wrapping_cost_ex_tax: scalar,
  wrapping_cost_inc_tax: scalar,
  wrapping_cost_tax: scalar,
  total_inc_tax: scalar,
  total_tax: scalar,
  discount_amount: scalar,
  coupon_discount: scalar,
  store_credit_amount: scalar,
  gift_certificate_amount: scalar,
  items_total: scalar,
  items_shipped: scalar,
  payment_method: scalar,
  payment_status: scalar,
  currency_code: scalar,
  default_currency_code: scalar,
  store_default_currency_code: scalar,
  store_default_to_transactional_exchange_rate: scalar,
  customer_message: scalar,
  channel_id: scalar,
  billing_address: nativeOrderAddressSchema.nullish(),
  /** Objects where they were included, otherwise links or the older list. */
  consignments: z.union([consignmentsSchema, z.array(z.unknown())]).nullish(),
  fees: z.union([z.array(feeSchema), feesSchema, z.object({ resource: z.string() })]).nullish(),
});

export type NativeOrder = z.infer<typeof nativeOrderSchema>;
export type NativeFee = z.infer<typeof feeSchema>;
