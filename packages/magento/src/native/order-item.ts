import { z } from 'zod';
import { flagScalar, scalar } from './loose.js';

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
