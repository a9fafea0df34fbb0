import type { BodyPage } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { MagentoClient } from '../client.js';
import { optional } from '../errors.js';
import { mapAhead } from './ahead.js';
import { readPages } from './pages.js';

/** Credit memos with the rows of their orders that stand below another: one more request a page. */
export async function* readCreditMemos(client: MagentoClient, query: ReadQuery): AsyncGenerator<BodyPage> {
  yield* mapAhead(readPages(client.creditMemos.list, query), 1, async ({ bodies, ...page }) => {
    const parents = await optional(lowerRows(client, [...new Set(bodies.map(memo => String(memo.order_id)))]));
    return {
      ...page,
      bodies: bodies.map(creditmemo => ({ creditmemo, parents: parents?.get(String(creditmemo.order_id)) ?? {} })),
    };
  });
}

/** The row above each row that has one, by the order’s id. */
async function lowerRows(
  client: MagentoClient,
  orderIds: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const parents = new Map<string, Record<string, string>>();
  if (orderIds.length === 0) return parents;
  const rows = client.orders.items.iterate({
    filters: [
      [{ field: 'order_id', condition: 'in', value: orderIds.join(',') }],
      [{ field: 'parent_item_id', condition: 'notnull', value: 1 }],
    ],
    fields: 'items[item_id,order_id,parent_item_id],total_count',
  });
  for await (const { order_id, item_id, parent_item_id } of rows) {
    const ofOrder = parents.get(String(order_id)) ?? {};
    ofOrder[String(item_id)] = String(parent_item_id);
    parents.set(String(order_id), ofOrder);
  }
  return parents;
}
