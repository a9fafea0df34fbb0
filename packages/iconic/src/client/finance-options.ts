/** Sales from the seller's own stock, or from stock consigned to the marketplace. Each kind has its own statements. */
export type StatementType = 'marketplace' | 'consignment';

/** Filters of `GET /v2/finance/transactions`. */
export interface TransactionFilters {
  /** The marketplace's when absent. */
  readonly statementType?: StatementType;
  /** 0 is the open statement. */
  readonly statementIds?: readonly (string | number)[];
  /** Booked, from and to, inclusive. */
  readonly startDate?: Date | string;
  readonly endDate?: Date | string;
  readonly country?: string;
  readonly orderItemId?: string | number;
  readonly orderNumbers?: readonly string[];
  readonly numbers?: readonly string[];
  readonly typeIds?: readonly (string | number)[];
  /** Shop SKU or seller SKU. */
  readonly product?: readonly string[];
  readonly source?: 'sellercenter' | 'web' | 'csv';
  readonly isPaid?: true;
  readonly sort?: 'id' | 'date';
  readonly sortDir?: 'asc' | 'desc';
}

/** Filters of `GET /v2/finance/statements`. */
export interface StatementFilters {
  /** The marketplace's when absent. */
  readonly type?: StatementType;
  readonly startDate?: Date | string;
  readonly endDate?: Date | string;
  readonly paid?: true;
  readonly country?: string;
  readonly currency?: string;
  readonly sort?: 'id' | 'createdAt' | 'startDate';
  readonly sortDir?: 'asc' | 'desc';
}

/** Filters of `GET /v2/finance/order-item-transactions`. */
export interface ItemPayoutFilters {
  readonly statementType?: StatementType;
  readonly statementId?: string | number;
  readonly orderNumbers?: readonly string[];
  readonly payoutStatus?: 'paid' | 'unpaid' | 'partiallyPaid';
  readonly sort?: 'id' | 'date';
  readonly sortDir?: 'asc' | 'desc';
}
