import { stream } from '@cartograph/connector-kit';
import type { Raw } from '../client/api.js';
import type { MagentoClient } from '../client.js';
import { toRefund } from '../mapping/refund.js';
import { creditMemoBodySchema, type NativeCreditMemo } from '../native/credit-memo.js';
import type { MagentoShop } from '../shop.js';
import { feed, type Made } from './feed.js';
import { identityOf, lagMs, weekMs, wrapped } from './identity.js';
import { withOrderRows } from './order-rows.js';

export const creditmemos = stream({
  yields: ['refunds'],
  incremental: 'modified',
  lagMs,
  native: creditMemoBodySchema,
  identify: body => identityOf(body.creditmemo, 'entity_id'),
  wrap: wrapped('creditmemo', { parents: {} }),
  sweepEveryMs: weekMs,
  ...feed({ list: client => client.creditMemos, make }),
  normalize: (body, shop: MagentoShop) => [{ resource: 'refunds', record: toRefund(body, shop) }],
});

const hasParent = { field: 'parent_item_id', condition: 'notnull', value: 1 } as const;

/** Credit memos with the rows of their orders that stand below another: one more request a page. */
function make(client: MagentoClient, memos: readonly Raw<NativeCreditMemo>[]): Promise<readonly Made[]> {
  return withOrderRows(
    client,
    memos,
    { fields: 'item_id,parent_item_id', filters: [hasParent] },
    (creditmemo, rows) => ({
      creditmemo,
      parents: Object.fromEntries(rows.map(row => [String(row.item_id), String(row.parent_item_id)])),
    }),
  );
}
