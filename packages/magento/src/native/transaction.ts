import { z } from 'zod';
import { scalar } from './loose.js';

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
