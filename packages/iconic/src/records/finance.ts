import type { z } from 'zod';
import { amount, anything, count, flag, id, list, map, record, text, word } from './scalars.js';

/** Sales from the seller's own stock, or from stock consigned to the marketplace. Each kind has its own statements. */
export type StatementType = 'marketplace' | 'consignment';

const period = {
  sellerId: id.nullish(),
  number: text,
  startDate: text,
  endDate: text,
  dueDate: text,
  paidAt: text,
  note: text,
  openingBalance: amount,
  closingBalance: amount,
  payoutAmount: amount,
  /** Withheld from the closing balance. */
  guaranteeDeposit: amount,
  paid: flag,
  currency: text,
  country: text,
  type: word<StatementType>(),
};

/** The account of one period, country and kind of sale. Id 0 is the open period of any of them. */
export const statementSchema = record({ id, ...period });
/** The open one, which has no id. */
export const currentStatementSchema = record({ ...period, paymentRef: text, uploadId: text });

/** Also of the statements to come. */
export const legacyStatementSchema = record({
  id: id.nullish(),
  sellerId: id.nullish(),
  startDate: text,
  endDate: text,
  openingBalance: amount,
  guaranteeDeposit: amount,
  closingBalance: amount,
  payout: amount,
  currency: text,
  createdAt: text,
  updatedAt: text,
  paid: flag,
  note: text,
  userId: id.nullish(),
  number: text,
  uuid: text,
  paymentRef: text,
  uploadId: id.nullish(),
  paidAt: text,
  dueAt: text,
});

/** `id` of a group is that of a transaction type. */
const section = map({ total: amount, groups: list(record({ id: id.nullish(), name: text, amount })) });
export const statementDetailsSchema = record({
  id: id.nullish(),
  currency: text,
  country: text,
  type: word<StatementType>(),
  details: map({
    order: map({
      itemRevenue: section,
      otherRevenue: section,
      fees: section,
      subsidy: section,
      vatAmount: amount,
      whtAmount: amount,
      subtotal: amount,
    }),
    refunds: map({
      itemRefunds: section,
      refunds: section,
      debitOtherRevenues: section,
      subsidyRefunds: section,
      vatAmount: amount,
      whtAmount: amount,
      subtotal: amount,
    }),
    others: map({ others: section, vatAmount: amount, whtAmount: amount }),
  }),
});

/** A row of the seller's ledger. */
export const transactionSchema = record({
  id,
  date: text,
  number: text,
  typeId: id.nullish(),
  typeName: text,
  groupName: text,
  treStatementGroupId: id.nullish(),
  amount,
  vatAmount: amount,
  whtAmount: amount,
  source: word<'sellercenter' | 'web' | 'csv'>(),
  comment: text,
  /** 0 while the period is open. */
  statementId: id.nullish(),
  statementType: word<StatementType>(),
  orderItemId: id.nullish(),
  orderNumber: text,
  currency: text,
  country: text,
});

/** The same ledger in its later form, which has no id: rows are joined by `transactionNumber`, the `number` of the other. */
export const unifiedTransactionSchema = record({
  createdAt: text,
  transactionNumber: text,
  transactionType: map({ id, name: text, accountStatementGroup: map({ id, name: text }) }),
  userId: id.nullish(),
  comment: text,
  amount: map({ value: amount, vatTax: amount, whtTax: amount, currency: text }),
  accountStatementId: id.nullish(),
  accountStatementIsPaid: flag,
  accountStatementNumber: text,
  accountStatementStartDate: text,
  accountStatementEndDate: text,
  accountStatementPaymentDueDate: text,
  orderNumber: text,
  productSku: text,
  country: text,
  isWhtInAmount: flag,
  transactionReference: id.nullish(),
  qcUserId: id.nullish(),
  hash: text,
  statementType: word<StatementType>(),
  ruleId: id.nullish(),
});

/** What a unit brings the seller. */
export const itemPayoutSchema = record({
  orderItemId: id,
  orderId: id.nullish(),
  commission: amount,
  fees: amount,
  vatAmount: amount,
  whtAmount: amount,
  payoutAmount: amount,
  statementId: id.nullish(),
  currency: text,
  country: text,
  statementType: word<StatementType>(),
  payoutStatus: word<'paid' | 'unpaid' | 'partiallyPaid'>(),
  accountStatementPaymentDueDate: text,
});

export const transactionTypeSchema = record({
  id,
  accountStatementSection: word<
    | 'item_revenue'
    | 'other_revenue'
    | 'subsidy'
    | 'subsidy_refund'
    | 'fees'
    | 'item_refunds'
    | 'refunds'
    | 'other_transactions'
    | 'debit_other_revenues'
  >(),
  type: word<'debit' | 'credit'>(),
  description: text,
  feeType: count,
  refSource: text,
});
export const statementGroupSchema = record({
  accountStatementGroupId: id.nullish(),
  name: text,
  outcome: anything,
  transactionTypeId: id.nullish(),
  accountStatementSection: text,
  transactionType: text,
  marker: text,
  statementType: word<StatementType>(),
  transactionTypeRefSource: text,
});
/** What makes a row, such as `order_item_shipped`. */
export const triggerEventSchema = record({ id, name: text, label: text });

/** A ledger row as the oldest calls have it, and as one that was booked comes back. */
export const legacyTransactionSchema = record({
  id,
  sellerId: id.nullish(),
  transactionTypeId: id.nullish(),
  treStatementGroupId: id.nullish(),
  transactionGroupName: text,
  transactionTriggerEventId: id.nullish(),
  isUnique: flag,
  transactionSource: text,
  userId: id.nullish(),
  description: text,
  value: amount,
  taxesVat: amount,
  taxesWht: amount,
  isWhtInAmount: flag,
  /** With `referenceType`: the item, order, product or seller that it is about. */
  ref: id.nullish(),
  refDate: id.nullish(),
  number: text,
  transactionStatementId: id.nullish(),
  createdAt: text,
  updatedAt: text,
  qcUserId: id.nullish(),
  hash: text,
  currency: text,
  reference: id.nullish(),
  referenceType: text,
});

export const financeVariableSchema = record({
  sellerId: id.nullish(),
  sellerSrcId: text,
  name: text,
  description: text,
  sellerDescription: text,
  type: text,
  value: amount,
  globalValue: flag,
});

export type Statement = z.input<typeof statementSchema>;
export type CurrentStatement = z.input<typeof currentStatementSchema>;
export type LegacyStatement = z.input<typeof legacyStatementSchema>;
export type StatementDetails = z.input<typeof statementDetailsSchema>;
export type Transaction = z.input<typeof transactionSchema>;
export type UnifiedTransaction = z.input<typeof unifiedTransactionSchema>;
export type ItemPayout = z.input<typeof itemPayoutSchema>;
export type TransactionType = z.input<typeof transactionTypeSchema>;
export type StatementGroup = z.input<typeof statementGroupSchema>;
export type LegacyTransaction = z.input<typeof legacyTransactionSchema>;
export type FinanceVariable = z.input<typeof financeVariableSchema>;
