import { z } from 'zod';
import { fields } from './fields.js';
import { list, optionalObject, scalar } from './loose.js';

const creditMemoItemSchema = z.object({
  order_item_id: scalar,
  qty: scalar,
  row_total: scalar,
  /** Positive, unlike the document's. */
  discount_amount: scalar,
  tax_amount: scalar,
  discount_tax_compensation_amount: scalar,
  weee_tax_applied_row_amount: scalar,
});

const extensionSchema = z.object({
  gift_cards_amount: scalar,
  customer_balance_amount: scalar,
  gw_price: scalar,
  gw_tax_amount: scalar,
  gw_items_price: scalar,
  gw_items_tax_amount: scalar,
  gw_card_price: scalar,
  gw_card_tax_amount: scalar,
});

const creditMemoSchema = z.object({
  entity_id: scalar,
  order_id: scalar,
  /** 1 open, 2 refunded, 3 canceled. */
  state: scalar,
  created_at: scalar,
  updated_at: scalar,
  order_currency_code: scalar,
  base_currency_code: scalar,
  transaction_id: scalar,
  grand_total: scalar,
  /** Negative; of items and shipping. */
  discount_amount: scalar,
  /** Of items, shipping and gift wrapping. */
  tax_amount: scalar,
  shipping_amount: scalar,
  shipping_tax_amount: scalar,
  shipping_discount_tax_compensation_amount: scalar,
  adjustment_positive: scalar,
  adjustment_negative: scalar,
  items: list(creditMemoItemSchema),
  comments: list(z.object({ comment: scalar })),
  extension_attributes: optionalObject(extensionSchema),
});

/** A credit memo, and which of the order's rows stand below another row: credit memos themselves do not say. */
export const creditMemoBodySchema = z.object({
  creditmemo: creditMemoSchema,
  parents: z.record(z.string(), z.string()),
});

export type CreditMemoBody = z.infer<typeof creditMemoBodySchema>;
export type NativeCreditMemo = z.infer<typeof creditMemoSchema>;
export type NativeCreditMemoItem = z.infer<typeof creditMemoItemSchema>;

/** What a client shows of a credit memo beyond what the model takes of it. */
export const creditMemoRecordSchema = creditMemoSchema.extend({
  ...fields(
    scalar,
    'increment_id invoice_id store_id creditmemo_status billing_address_id shipping_address_id adjustment subtotal',
    'subtotal_incl_tax shipping_incl_tax base_grand_total base_subtotal base_to_order_rate discount_description',
  ),
  items: list(creditMemoItemSchema.extend(fields(scalar, 'entity_id parent_id product_id sku name price base_price'))),
});
