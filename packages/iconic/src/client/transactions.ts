import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import {
  itemPayoutFilters,
  type NewTransaction,
  newTransaction,
  statementGroupFilters,
  transactionFilters,
  unifiedFilters,
  variableFilters,
} from '../input/finance.js';
import { ids } from '../input/scalars.js';
import {
  financeVariableSchema,
  itemPayoutSchema,
  type LegacyTransaction,
  legacyStatementSchema,
  legacyTransactionSchema,
  type StatementType,
  statementGroupSchema,
  transactionSchema,
  transactionTypeSchema,
  triggerEventSchema,
  unifiedTransactionSchema,
} from '../records/finance.js';
import type { Api } from './api.js';
import { inHundreds } from './by-ids.js';

type Ids = readonly (string | number)[];

export function createFinance(api: Api) {
  const transactions = api.of('transactions', transactionSchema);
  const booked = api.of('transactions', legacyTransactionSchema);
  const unified = api.of('unifiedTransactions', unifiedTransactionSchema);
  const payouts = api.of('itemPayouts', itemPayoutSchema);
  const types = api.of('transactionTypes', transactionTypeSchema);
  const groups = api.of('statementGroups', statementGroupSchema);
  const events = api.of('triggerEvents', triggerEventSchema);
  const variables = api.of('financeVariables', financeVariableSchema);
  const statements = api.of('legacyFinance.statements', legacyStatementSchema);
  return {
    /** The ledger. */
    transactions: {
      ...transactions.paged('/v2/finance/transactions', transactionFilters, { order: { sort: 'id', sortDir: 'asc' } }),
      /** Signed. For administrators of the platform. */
      create: async (input: NewTransaction, call?: RequestOptions): Promise<LegacyTransaction> =>
        booked.one(
          'POST',
          '/v2/finance/transaction',
          { json: checkInput('transactions.create', newTransaction, input), sign: true },
          call,
        ),
    },
    /** The ledger in its later form: with the statement of each row, and without ids. */
    unifiedTransactions: unified.paged('/v2.1/finance/transactions', unifiedFilters, {
      order: { sort: 'createdAt', sortDir: 'asc' },
    }),
    /** What each unit brings the seller. */
    itemPayouts: payouts.paged('/v2/finance/order-item-transactions', itemPayoutFilters, {
      order: { sort: 'id', sortDir: 'asc' },
    }),
    transactionTypes: { list: (call?: RequestOptions) => types.all('GET', '/v2/finance/transaction/types', {}, call) },
    /** Under which headings of a statement the types of transactions stand. */
    statementGroups: {
      list: async (query: { readonly statementType?: StatementType } = {}, call?: RequestOptions) =>
        groups.all(
          'GET',
          '/v2/finance/transactions/account-statement-groups',
          { query: checkInput<object>('statementGroups.list', statementGroupFilters, query) },
          call,
        ),
    },
    /** What books a row. */
    triggerEvents: { list: (call?: RequestOptions) => events.all('GET', '/v2/transaction/trigger-events', {}, call) },
    /** For administrators of the platform. */
    financeVariables: variables.paged('/v2/finance/variables', variableFilters),
    /** The oldest calls, by ids alone; a hundred of them a request. */
    legacyFinance: {
      transactions: async (orderItemIds: Ids, call?: RequestOptions) =>
        chunked(checkInput('legacyFinance.transactions', ids, orderItemIds), chunk =>
          booked.all('GET', '/v2/transactions', { query: { orderItemIds: chunk } }, call),
        ),
      statements: async (statementIds: Ids, call?: RequestOptions) =>
        chunked(checkInput('legacyFinance.statements', ids, statementIds), chunk =>
          statements.all('GET', '/v2/transaction/statements', { query: { ids: chunk } }, call),
        ),
    },
  };
}

async function chunked<Row>(keys: Ids, read: (chunk: Ids) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of inHundreds(keys)) rows.push(...(await read(chunk)));
  return rows;
}
