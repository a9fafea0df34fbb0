import { z } from 'zod';
import { nativeAmountSchema, nativeIdSchema, nativeTextSchema } from './scalars.js';

/** The account of one period, country and kind of sale. Id 0 is the open period of any of them. */
export const nativeStatementSchema = z.object({
  id: nativeIdSchema,
  number: nativeTextSchema,
  startDate: nativeTextSchema,
  endDate: nativeTextSchema,
  dueDate: nativeTextSchema,
  paidAt: nativeTextSchema,
  note: nativeTextSchema,
  openingBalance: nativeAmountSchema,
  /** The opening balance and the rows of the period. */
  closingBalance: nativeAmountSchema,
  payoutAmount: nativeAmountSchema,
  /** Withheld from the closing balance. */
  guaranteeDeposit: nativeAmountSchema,
  paid: nativeTextSchema,
  currency: nativeTextSchema,
});

export type NativeStatement = z.infer<typeof nativeStatementSchema>;
