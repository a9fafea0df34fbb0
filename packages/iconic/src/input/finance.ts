import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { anyOf, country, eitherFlag, id, ids, instant, money, sentId, sortDir, texts } from './scalars.js';

export const statementType = z.enum(['marketplace', 'consignment']);

export const statementFilters = input({
  /** The marketplace's when absent. */
  type: statementType.optional(),
  sellerId: id.optional(),
  startDate: instant.optional(),
  endDate: instant.optional(),
  paid: eitherFlag.optional(),
  country: country.optional(),
  currency: z.string().optional(),
  sort: z.enum(['id', 'createdAt', 'startDate']).optional(),
  sortDir,
});

export const transactionFilters = input({
  /** The marketplace's when absent. */
  statementType: statementType.optional(),
  /** 0 is the open statement. */
  statementIds: ids.optional(),
  sellerId: id.optional(),
  /** Booked, from and to, inclusive. */
  startDate: instant.optional(),
  endDate: instant.optional(),
  source: z.enum(['sellercenter', 'web', 'csv']).optional(),
  country: country.optional(),
  orderItemId: id.optional(),
  orderItemSrcId: z.string().optional(),
  orderNumbers: texts.optional(),
  numbers: texts.optional(),
  typeIds: ids.optional(),
  /** Shop SKU or seller SKU. The platform passes over the plural, and answers with the whole ledger. */
  product: texts.optional(),
  isHybrid: eitherFlag.optional(),
  isOutlet: eitherFlag.optional(),
  isPaid: eitherFlag.optional(),
  sort: z.enum(['id', 'date']).optional(),
  sortDir,
});

export const unifiedFilters = input({
  statementType: statementType.optional(),
  sellerId: id.optional(),
  /** Booked, from and to. */
  gteCreatedAt: instant.optional(),
  lteCreatedAt: instant.optional(),
  country: country.optional(),
  source: z.enum(['sellercenter', 'api', 'web', 'csv']).optional(),
  orderItemIds: ids.optional(),
  orderItemSrcIds: texts.optional(),
  orderNumbers: texts.optional(),
  numbers: texts.optional(),
  products: texts.optional(),
  statementId: id.optional(),
  transactionTypeIds: ids.optional(),
  isOutlet: eitherFlag.optional(),
  isHybrid: eitherFlag.optional(),
  isPaid: eitherFlag.optional(),
  sort: z.enum(['createdAt', 'transactionType', 'transactionNumber', 'amount']).optional(),
  sortDir,
});

export const itemPayoutFilters = input({
  statementType: statementType.optional(),
  statementId: id.optional(),
  startDate: instant.optional(),
  endDate: instant.optional(),
  products: texts.optional(),
  productSkus: texts.optional(),
  orderNumbers: texts.optional(),
  payoutStatus: z.enum(['paid', 'unpaid', 'partiallyPaid']).optional(),
  shipmentTypes: anyOf(['dropshipping', 'cross-docking', 'warehouse']).optional(),
  status: texts.optional(),
  isHybrid: eitherFlag.optional(),
  isOutlet: eitherFlag.optional(),
  sort: z
    .enum(['id', 'date', 'orderNumber', 'orderDate', 'payoutStatus', 'price', 'commission', 'fees', 'payoutAmount'])
    .optional(),
  sortDir,
});

export const variableFilters = input({
  sellerId: id.optional(),
  sellerSrcId: z.string().optional(),
  variableName: z.string().optional(),
  variableValue: z.string().optional(),
});

export const statementGroupFilters = input({ statementType: statementType.optional() });

/** A correction that an administrator books. */
export const newTransaction = input(
  {
    sellerId: sentId,
    accountStatementGroupId: sentId,
    transactionTypeId: sentId,
    value: money,
    currency: z.string().length(3),
    description: z.string().optional(),
    referenceId: sentId.optional(),
    vatTax: money.optional(),
    whtTax: money.optional(),
  },
  { readOnly: ['id', 'number', 'createdAt', 'updatedAt', 'hash'] },
);

export const statementTypeOption = input({ type: statementType.optional() });
export const futurePeriod = input({ type: statementType.optional(), startDate: instant, endDate: instant });

export type StatementFilters = z.input<typeof statementFilters>;
export type TransactionFilters = z.input<typeof transactionFilters>;
export type UnifiedTransactionFilters = z.input<typeof unifiedFilters>;
export type ItemPayoutFilters = z.input<typeof itemPayoutFilters>;
export type VariableFilters = z.input<typeof variableFilters>;
export type NewTransaction = z.input<typeof newTransaction>;
export type FuturePeriod = z.input<typeof futurePeriod>;
