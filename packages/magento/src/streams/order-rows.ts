import type { Filter } from '../client/criteria.js';
import type { Raw } from '../client/listing.js';
import type { MagentoClient } from '../client.js';
import type { NativeOrderItem } from '../native/order-item.js';

type Row = Raw<NativeOrderItem>;

/** Rows of orders are asked for by a few small fields, so many fit in a page. */
const pageSize = 1000;

/** Fields of the rows of some orders, by the order’s id: one request for a page of documents. */
export async function readOrderRows(
  client: MagentoClient,
  orderIds: readonly unknown[],
  fields: string,
  filters: readonly Filter[] = [],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = new Map<string, Row[]>();
  if (orderIds.length === 0) return rows;
  const value = [...new Set(orderIds.map(String))].join(',');
  const found = client.orders.items.iterate({
    filters: [{ field: 'order_id', condition: 'in' as const, value }, ...filters].map(filter => [filter]),
    fields: `items[order_id,${fields}],total_count`,
    pageSize,
  });
  for await (const row of found) {
    const ofOrder = rows.get(String(row.order_id));
    if (ofOrder) ofOrder.push(row);
    else rows.set(String(row.order_id), [row]);
  }
  return rows;
}
