import { z } from 'zod';
import { scalar } from './loose.js';

/** What a gateway did for an order. */
export const nativeTransactionSchema = z.object({
  id: scalar,
  event: scalar,
  method: scalar,
  amount: scalar,
  currency: scalar,
  gateway: scalar,
  /** `stripe.card`. */
  payment_method_id: scalar,
  gateway_transaction_id: scalar,
  status: scalar,
  test: scalar,
  date_created: scalar,
  /** The transaction that this one goes on from: of a capture its authorization. */
  reference_transaction_id: scalar,
});

export type NativeTransaction = z.infer<typeof nativeTransactionSchema>;
