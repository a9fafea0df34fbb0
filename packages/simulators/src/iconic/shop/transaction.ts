import type { Money } from '../../money.js';
import type { Country } from '../catalog/product-set.js';
import type { ItemRecord, OrderRecord } from './order.js';
import type { TransactionType } from './transaction-types.js';

/** Sales from the seller's own stock and from stock consigned to the marketplace are accounted for apart. */
export const statementTypes = ['marketplace', 'consignment'] as const;
export type StatementType = (typeof statementTypes)[number];

/** A row of the seller's ledger, signed as the seller sees it: sales positive, fees and refunds negative. */
export interface Transaction {
  readonly id: number;
  readonly date: number;
  readonly type: TransactionType;
  /** Includes GST. */
  readonly amount: Money;
  readonly vat: Money;
  readonly country: Country;
  readonly source: 'sellercenter' | 'web' | 'csv';
  readonly comment: string;
  /** Null for rows that concern the seller as a whole. */
  readonly subject: { readonly order: OrderRecord; readonly item: ItemRecord } | null;
  readonly statementType: StatementType;
  /** Start of the statement period that it falls into. */
  readonly period: number;
}

/** Booked through `POST /v2/finance/transaction`. */
export interface ManualTransaction {
  readonly date: number;
  readonly type: TransactionType;
  readonly amount: Money;
  readonly vat: Money;
  readonly country: Country;
  readonly comment: string;
  readonly reference: number | null;
}
