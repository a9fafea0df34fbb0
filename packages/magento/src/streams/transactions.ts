import { stream } from '@cartograph/connector-kit';
import type { Raw } from '../client/api.js';
import type { Listing } from '../client/listing.js';
import type { MagentoClient } from '../client.js';
import { groupBy } from '../mapping/group-by.js';
import { movesMoney, toTransaction } from '../mapping/transaction.js';
import { type NativeDocument, type NativeTransaction, transactionBodySchema } from '../native/transaction.js';
import type { MagentoShop } from '../shop.js';
import { readAmong } from './among.js';
import { feed, type Made } from './feed.js';
import { identityOf, lagMs, weekMs, wrapped } from './identity.js';
import type { Sequence } from './position.js';

/** Transactions have no time of change. */
const byCreation: Sequence = { time: 'created_at', id: 'transaction_id' };

/** Neither what moves later (`is_closed`), nor the transactions below, which are listed on their own as well. */
const fields = 'transaction_id,parent_id,order_id,payment_id,txn_id,parent_txn_id,txn_type,created_at';

export const transactions = stream({
  yields: ['transactions'],
  incremental: 'created',
  lagMs,
  native: transactionBodySchema,
  identify: body => identityOf(body.transaction, 'transaction_id', 'created_at'),
  wrap: wrapped('transaction', { documents: [] }),
  sweepEveryMs: weekMs,
  ...feed({ list: client => client.transactions, sequence: byCreation, fields, make }),
  normalize: (body, shop: MagentoShop) =>
    movesMoney(body) ? [{ resource: 'transactions', record: toTransaction(body, shop) }] : [],
});

const documentFields =
  'entity_id,order_id,transaction_id,order_currency_code,base_currency_code,grand_total,tax_amount';

/** Transactions with the documents that tell how much they moved: one request a page for invoices, one for credit memos. */
async function make(client: MagentoClient, page: readonly Transaction[]): Promise<readonly Made[]> {
  const [invoices, memos] = await Promise.all([
    readDocuments(client.invoices, page.filter(isCapture)),
    readDocuments(client.creditMemos as Listing<Raw<NativeDocument>>, page.filter(isRefund)),
  ]);
  return page.map((transaction): Made => {
    const documents = isCapture(transaction) ? invoices : isRefund(transaction) ? memos : null;
    const reason = documents?.unserved.get(String(transaction.order_id));
    if (reason !== undefined) return { reason: `the documents of its order ${transaction.order_id}: ${reason}` };
    return { body: { transaction, documents: documents?.found.get(keyOf(transaction, 'txn_id')) ?? [] } };
  });
}

type Transaction = Raw<NativeTransaction>;

const isCapture = ({ txn_type }: Transaction): boolean => txn_type === 'capture' || txn_type === 'payment';
const isRefund = ({ txn_type }: Transaction): boolean => txn_type === 'refund';

/** The gateway’s ids are unique within an order only. */
const keyOf = (record: Readonly<Record<string, unknown>>, id: 'txn_id' | 'transaction_id'): string =>
  `${String(record.order_id)}/${String(record[id])}`;

async function readDocuments(listing: Listing<Raw<NativeDocument>>, transactions: readonly Transaction[]) {
  const { items, failed } = await readAmong(listing, {
    field: 'order_id',
    values: transactions.map(({ order_id }) => String(order_id ?? '')),
    filters: [[{ field: 'transaction_id', condition: 'notnull', value: 1 }]],
    fields: `items[${documentFields}],total_count`,
  });
  return {
    found: groupBy(items, document => keyOf(document, 'transaction_id')),
    unserved: new Map(failed.map(({ id, reason }) => [id, reason])),
  };
}
