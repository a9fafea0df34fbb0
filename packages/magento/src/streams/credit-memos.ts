import { type BodyPage, stream } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import type { MagentoClient } from '../client.js';
import { optional } from '../errors.js';
import { toRefund } from '../mapping/refund.js';
import { creditMemoBodySchema } from '../native/credit-memo.js';
import type { MagentoShop } from '../shop.js';
import { mapAhead } from './ahead.js';
import { whereAllowed } from './allowed.js';
import { identityOf, lagMs, wrapped } from './identity.js';
import { readOrderRows } from './order-rows.js';
import { readPages } from './pages.js';

export const creditmemos = stream({
  yields: ['refunds'],
  incremental: 'modified',
  lagMs,
  native: creditMemoBodySchema,
  identify: body => identityOf(body.creditmemo, 'entity_id'),
  wrap: wrapped('creditmemo', { parents: {} }),
  read: whereAllowed(readCreditMemos),
  normalize: (body, shop: MagentoShop) => [{ resource: 'refunds', record: toRefund(body, shop) }],
});

const hasParent = { field: 'parent_item_id', condition: 'notnull', value: 1 } as const;

/** Credit memos with the rows of their orders that stand below another: one more request a page. */
export async function* readCreditMemos(client: MagentoClient, query: ReadQuery): AsyncGenerator<BodyPage> {
  yield* mapAhead(readPages(client.creditMemos.list, query), 1, async ({ bodies, ...page }) => {
    const orderIds = bodies.map(memo => memo.order_id);
    const rows = await optional(readOrderRows(client, orderIds, 'item_id,parent_item_id', [hasParent]));
    const parentsIn = (orderId: unknown) =>
      Object.fromEntries(
        (rows?.get(String(orderId)) ?? []).map(row => [String(row.item_id), String(row.parent_item_id)]),
      );
    return {
      ...page,
      bodies: bodies.map(creditmemo => ({ creditmemo, parents: parentsIn(creditmemo.order_id) })),
    };
  });
}
