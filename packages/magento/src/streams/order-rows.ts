import type { Salvage } from '@cartograph/connector-kit';
import type { Raw } from '../client/api.js';
import type { Filter } from '../client/criteria.js';
import type { MagentoClient } from '../client.js';
import { optional } from '../errors.js';
import { groupBy } from '../mapping/group-by.js';
import type { NativeOrderItem } from '../native/order-item.js';
import { readAmong } from './among.js';
import type { Made } from './feed.js';

type Row = Raw<NativeOrderItem>;
type OfOrder = { readonly order_id?: unknown };

/** Rows of orders are asked for by a few small fields, so many fit in a page. */
const pageSize = 1000;
/** Rows may not be shown to the credentials; what hangs on them is left out then. */
const notShown = [401, 403];

/**
 * Bodies of documents that need fields of the rows of their orders: one request for a page of them. A document of an order
 * whose rows the shop cannot serve has no body.
 */
export async function withOrderRows<Document extends OfOrder>(
  client: MagentoClient,
  documents: readonly Document[],
  { fields, filters = [] }: { readonly fields: string; readonly filters?: readonly Filter[] },
  body: (document: Document, rows: readonly Row[]) => unknown,
): Promise<readonly Made[]> {
  const values = documents.map(({ order_id }) => String(order_id ?? ''));
  const found: Salvage<Row> | null = await optional(
    readAmong(client.orders.items, {
      field: 'order_id',
      values,
      filters: filters.map(filter => [filter]),
      fields: `items[order_id,${fields}],total_count`,
      pageSize,
    }),
    notShown,
  );
  const rows = groupBy(found?.items ?? [], row => String(row.order_id));
  const unserved = new Map((found?.failed ?? []).map(({ id, reason }) => [id, reason]));
  return documents.map((document, index): Made => {
    const orderId = values[index] ?? '';
    const reason = unserved.get(orderId);
    return reason === undefined
      ? { body: body(document, rows.get(orderId) ?? []) }
      : { reason: `the rows of its order ${orderId}: ${reason}` };
  });
}
