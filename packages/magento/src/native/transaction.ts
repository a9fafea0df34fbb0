import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, list, scalar, scalars } from './loose.js';

/** An event at a payment gateway. It has neither an amount nor a time of change. */
const transactionSchema = z.object({
  transaction_id: scalar,
  order_id: scalar,
  /** The `entity_id` of the order's payment. */
  payment_id: scalar,
  /** The gateway's id; unique within an order only. */
  txn_id: scalar,
  /** `capture`, `payment`, `refund`, `authorization`, `order`, `void`. */
  txn_type: scalar,
  created_at: scalar,
});

/** An invoice or a credit memo, as far as it tells how much a transaction moved. */
const documentSchema = z.object({
  entity_id: scalar,
  order_id: scalar,
  transaction_id: scalar,
  order_currency_code: scalar,
  base_currency_code: scalar,
  grand_total: scalar,
  tax_amount: scalar,
});

/** A transaction, and the invoices or credit memos of its order that name it: usually one. */
export const transactionBodySchema = z.object({ transaction: transactionSchema, documents: z.array(documentSchema) });

export type TransactionBody = z.infer<typeof transactionBodySchema>;
export type NativeTransaction = z.infer<typeof transactionSchema>;
export type NativeDocument = z.infer<typeof documentSchema>;

/** What a client shows of a transaction beyond what the model takes of it; those below it are listed on their own as well. */
export const transactionRecordSchema = transactionSchema.extend({
  ...fields(scalar, 'parent_id parent_txn_id'),
  is_closed: flagScalar,
  additional_information: scalars,
  child_transactions: list(z.object(fields(scalar, 'transaction_id txn_id txn_type'))),
});

/** An invoice. Its parts of the discount are positive, its own is negative. */
export const invoiceRecordSchema = documentSchema.extend({
  ...fields(
    scalar,
    'increment_id state store_id created_at updated_at billing_address_id shipping_address_id subtotal subtotal_incl_tax',
    'shipping_amount shipping_incl_tax shipping_tax_amount discount_amount discount_description total_qty',
    'base_grand_total base_total_refunded base_to_order_rate',
  ),
  is_used_for_refund: flagScalar,
  items: list(
    z.object(
      fields(
        scalar,
        'entity_id parent_id order_item_id product_id sku name qty price row_total tax_amount discount_amount',
      ),
    ),
  ),
});
