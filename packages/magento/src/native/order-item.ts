import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, optionalObject, scalar } from './loose.js';

/** A row of an order: what a shopper calls a line, or a part of a configurable or bundle row (`parent_item_id`). */
export const nativeOrderItemSchema = z.object({
  item_id: scalar,
  parent_item_id: scalar,
  product_id: scalar,
  product_type: scalar,
  sku: scalar,
  name: scalar,
  is_virtual: flagScalar,
  qty_ordered: scalar,
  qty_invoiced: scalar,
  qty_shipped: scalar,
  qty_canceled: scalar,
  qty_refunded: scalar,
  /** One unit, before tax and discount. */
  price: scalar,
  row_total: scalar,
  /** Positive, unlike the order's; holds tax where prices include tax. */
  discount_amount: scalar,
  tax_amount: scalar,
  /** The tax within the discount. */
  discount_tax_compensation_amount: scalar,
  weee_tax_applied_row_amount: scalar,
});

export type NativeOrderItem = z.infer<typeof nativeOrderItemSchema>;

/** What a client shows of a row beyond what the model takes of it. */
export const orderItemRecordSchema = nativeOrderItemSchema.extend({
  ...fields(
    scalar,
    'order_id quote_item_id store_id created_at updated_at description additional_data applied_rule_ids ext_order_item_id',
    'original_price price_incl_tax row_total_incl_tax tax_percent tax_invoiced tax_refunded tax_canceled discount_percent',
    'discount_invoiced discount_refunded discount_tax_compensation_refunded row_invoiced amount_refunded qty_backordered',
    'qty_returned weight row_weight base_price base_row_total base_cost',
  ),
  ...fields(flagScalar, 'is_qty_decimal free_shipping no_discount'),
  product_option: optionalObject(z.object({ extension_attributes: optionalObject(z.looseObject({})) })),
});

export type OrderItemRecord = z.infer<typeof orderItemRecordSchema>;
