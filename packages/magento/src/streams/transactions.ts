import { type BodyPage, stream } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { Listing, Raw } from '../client/listing.js';
import type { MagentoClient } from '../client.js';
import { movesMoney, toTransaction } from '../mapping/transaction.js';
import { type NativeDocument, type NativeTransaction, transactionBodySchema } from '../native/transaction.js';
import type { MagentoShop } from '../shop.js';
import { mapAhead } from './ahead.js';
import { whereAllowed } from './allowed.js';
import { identityOf, lagMs, wrapped } from './identity.js';
import { readPages } from './pages.js';
import type { Sequence } from './position.js';

export const transactions = stream({
  yields: ['transactions'],
  incremental: 'created',
  lagMs,
  native: transactionBodySchema,
  identify: body => identityOf(body.transaction, 'transaction_id', 'created_at'),
  wrap: wrapped('transaction', { documents: [] }),
  read: whereAllowed(readTransactions),
  normalize: (body, shop: MagentoShop) =>
    movesMoney(body) ? [{ resource: 'transactions', record: toTransaction(body, shop) }] : [],
});

/** Transactions have no time of change. */
const byCreation: Sequence = { time: 'created_at', id: 'transaction_id' };

/** Neither what moves later (`is_closed`), nor the transactions below, which are listed on their own as well. */
const fields = 'transaction_id,parent_id,order_id,payment_id,txn_id,parent_txn_id,txn_type,created_at';

const documentFields =
  'entity_id,order_id,transaction_id,order_currency_code,base_currency_code,grand_total,tax_amount';

/** Transactions with the documents that tell how much they moved: one request a page for invoices, one for credit memos. */
export async function* readTransactions(client: MagentoClient, query: ReadQuery): AsyncGenerator<BodyPage> {
  const pages = readPages(client.transactions.list, query, { sequence: byCreation, fields });
  yield* mapAhead(pages, 1, async ({ bodies, ...page }) => {
    const [invoices, memos] = await Promise.all([
      readDocuments(client.invoices, bodies.filter(isCapture)),
      readDocuments(client.creditMemos as Listing<Raw<NativeDocument>>, bodies.filter(isRefund)),
    ]);
    const documentsOf = (transaction: Transaction) =>
      (isCapture(transaction) ? invoices : isRefund(transaction) ? memos : undefined)?.get(
        keyOf(transaction, 'txn_id'),
      );
    return {
      ...page,
      bodies: bodies.map(transaction => ({ transaction, documents: documentsOf(transaction) ?? [] })),
    };
  });
}

type Transaction = Raw<NativeTransaction>;

const isCapture = ({ txn_type }: Transaction): boolean => txn_type === 'capture' || txn_type === 'payment';
const isRefund = ({ txn_type }: Transaction): boolean => txn_type === 'refund';

/** The gateway’s ids are unique within an order only. */
const keyOf = (record: Readonly<Record<string, unknown>>, id: 'txn_id' | 'transaction_id'): string =>
  `${String(record.order_id)}/${String(record[id])}`;

async function readDocuments(
  { iterate }: Listing<Raw<NativeDocument>>,
  transactions: readonly Transaction[],
): Promise<ReadonlyMap<string, readonly Raw<NativeDocument>[]>> {
  const documents = new Map<string, Raw<NativeDocument>[]>();
  if (transactions.length === 0) return documents;
  const value = [...new Set(transactions.map(({ order_id }) => String(order_id)))].join(',');
  const found = iterate({
    filters: [
      [{ field: 'order_id', condition: 'in', value }],
      [{ field: 'transaction_id', condition: 'notnull', value: 1 }],
    ],
    fields: `items[${documentFields}],total_count`,
  });
  for await (const document of found) {
    const key = keyOf(document, 'transaction_id');
    documents.set(key, [...(documents.get(key) ?? []), document]);
  }
  return documents;
}
