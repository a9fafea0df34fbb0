import { z } from 'zod';
import { nativeAmountSchema, nativeIdSchema, nativeTextSchema } from './scalars.js';

/** A row of the seller's ledger, `GET /v2/finance/transactions`. */
export const nativeTransactionSchema = z.object({
  id: nativeIdSchema,
  date: nativeTextSchema,
  number: nativeTextSchema,
  typeId: nativeTextSchema,
  typeName: nativeTextSchema,
  groupName: nativeTextSchema,
  amount: nativeAmountSchema,
  /** Within `amount`. */
  vatAmount: nativeAmountSchema,
  currency: nativeTextSchema,
  comment: nativeTextSchema,
  /** 0 while the period is open. */
  statementId: nativeTextSchema,
  /** Null for rows that concern the seller as a whole. */
  orderNumber: nativeTextSchema,
});

/** A row with the id of its order, which the ledger names by its number only; null where it has none, or none was found. */
export const nativeTransactionBodySchema = z.object({
  transaction: nativeTransactionSchema,
  orderId: nativeIdSchema.nullable(),
});

/** What the ids of types stand for; some ninety in all. */
export const nativeTransactionTypeSchema = z.object({
  id: nativeIdSchema,
  accountStatementSection: nativeTextSchema,
  type: nativeTextSchema,
});

/** A unit's payout; the one list that holds the ids of orders against those of units. */
export interface NativeItemPayout {
  readonly orderItemId?: unknown;
  readonly orderId?: unknown;
}

export type NativeTransaction = z.infer<typeof nativeTransactionSchema>;
export type NativeTransactionBody = z.infer<typeof nativeTransactionBodySchema>;
export type NativeTransactionType = z.infer<typeof nativeTransactionTypeSchema>;
