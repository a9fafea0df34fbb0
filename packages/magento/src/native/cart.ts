import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, list, optionalObject, scalar } from './loose.js';

/** What shoppers have put together, ordered or left behind. */
export const cartSchema = z.object({
  ...fields(
    scalar,
    'id store_id created_at updated_at converted_at items_count items_qty orig_order_id reserved_order_id',
  ),
  ...fields(flagScalar, 'is_active is_virtual customer_is_guest'),
  items: list(z.object(fields(scalar, 'item_id sku qty name price product_type quote_id'))),
  customer: optionalObject(z.object(fields(scalar, 'id email firstname lastname'))),
  currency: optionalObject(z.object(fields(scalar, 'base_currency_code store_currency_code quote_currency_code'))),
});

/** Goods that a shopper sends back: Adobe Commerce alone. No money is in it. */
export const returnSchema = z.object({
  ...fields(scalar, 'entity_id increment_id order_id order_increment_id store_id customer_id date_requested status'),
  items: list(
    z.object(
      fields(
        scalar,
        'entity_id rma_entity_id order_item_id qty_requested qty_authorized qty_returned qty_approved reason condition resolution status',
      ),
    ),
  ),
});
