export interface TransactionType {
  readonly id: number;
  readonly section: string;
  readonly type: 'credit' | 'debit';
  readonly description: string;
  /** Name of its group on a statement. */
  readonly group: string;
  readonly groupId: number;
  /** What its rows refer to; null for rows of the seller as a whole. */
  readonly source: 'sales_order_item' | null;
}

const item = 'sales_order_item';

const table = {
  sale: [3, 'item_revenue', 'credit', 'Item Price Credit', 'Revenue AU (incl. GST)', 1, item],
  shipping: [8, 'other_revenue', 'credit', 'Shipping Fee (Paid by Customer)', 'Other revenue', 2, item],
  subsidy: [12, 'subsidy', 'credit', 'Voucher Subsidy', 'Subsidies', 3, item],
  commission: [16, 'fees', 'debit', 'Commission', 'Commission (incl. GST)', 4, item],
  unableToFulfil: [18, 'fees', 'debit', 'Unable to Fulfil Fee', 'Other fees', 5, item],
  lateDispatch: [19, 'fees', 'debit', 'Late Dispatch Fee', 'Other fees', 5, item],
  manual: [22, 'other_transactions', 'credit', 'Manual Adjustment', 'Other transactions', 7, null],
  damage: [23, 'other_transactions', 'credit', 'Reimbursement', 'Other transactions', 7, null],
  saleReversal: [31, 'item_refunds', 'debit', 'Item Price Refund', 'Item refunds', 8, item],
  commissionReversal: [32, 'refunds', 'credit', 'Commission Refund', 'Fee refunds', 9, item],
  shippingReversal: [33, 'debit_other_revenues', 'debit', 'Shipping Fee Refund', 'Other revenue reversals', 10, item],
  subsidyReversal: [34, 'subsidy_refund', 'debit', 'Voucher Subsidy Refund', 'Subsidy refunds', 11, item],
  // The section of the last one is in no documentation, as one of the live ones is not.
  advertising: [61, 'marketing_services', 'debit', 'Sponsored Products', 'Marketing services', 12, null],
} as const satisfies Record<
  string,
  readonly [number, string, 'credit' | 'debit', string, string, number, typeof item | null]
>;

export type TransactionKind = keyof typeof table;

export const transactionTypes = Object.fromEntries(
  Object.entries(table).map(([kind, [id, section, type, description, group, groupId, source]]) => [
    kind,
    { id, section, type, description, group, groupId, source },
  ]),
) as unknown as Readonly<Record<TransactionKind, TransactionType>>;

export const allTransactionTypes: readonly TransactionType[] = Object.values(transactionTypes);
