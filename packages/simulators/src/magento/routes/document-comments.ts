import { commentBodies } from '../bodies/documents.js';
import { noEntity, Refused } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import type { Comment } from '../sales/documents.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { SaleWriting } from './sale-writing.js';

type Kind = 'invoices' | 'creditMemos' | 'shipments';

const kinds: readonly (readonly [Kind, path: string, right: string])[] = [
  ['invoices', 'invoices', 'Magento_Sales::sales_invoice'],
  ['creditMemos', 'creditmemo', 'Magento_Sales::sales_creditmemo'],
  ['shipments', 'shipment', 'Magento_Sales::shipment'],
];

const entity = {
  comment: 'text',
  created_at: 'text',
  entity_id: 'int',
  is_customer_notified: 'int',
  is_visible_on_front: 'int',
  parent_id: 'int',
  extension_attributes: {},
} as const;

/** What people write on documents, and the messages that go out with them. */
export function documentCommentEndpoints(shop: Shop, desk: Desk, { on, nextId }: SaleWriting): Endpoint[] {
  const commentsOf = (kind: Kind, id: number): Comment[] | undefined =>
    shop.ledger.saleOf(kind, id)?.[kind].find(document => document.id === id)?.comments;

  return kinds.flatMap(([kind, path, right]): Endpoint[] => [
    [
      `GET /V1/${path}/:id/comments`,
      right,
      ({ params }) => {
        const id = Number(params.id);
        const comments = commentsOf(kind, id);
        return comments
          ? { items: commentBodies(comments, id), search_criteria: { filter_groups: [] }, total_count: comments.length }
          : noEntity();
      },
    ],
    // Comments of invoices name their invoice in the body alone.
    [
      kind === 'invoices' ? 'POST /V1/invoices/comments' : `POST /V1/${path}/:id/comments`,
      right,
      desk.write({ entity }, ({ input, params, at }) => {
        const id = Number(params.id ?? input.entity.parent_id);
        demand((['comment', 'parent_id'] as const).filter(name => !input.entity[name]));
        const sale = shop.ledger.saleOf(kind, id);
        const comments = commentsOf(kind, id);
        if (!sale || !comments) throw new Refused(noEntity());
        comments.push({
          id: nextId(),
          at,
          text: input.entity.comment ?? '',
          isNotified: input.entity.is_customer_notified === 1,
          isVisible: input.entity.is_visible_on_front === 1,
        });
        shop.ledger.keep(sale);
        return commentBodies(comments, id)[0];
      }),
    ],
    [`POST /V1/${path}/:id/emails`, 'Magento_Sales::emails', on(kind, {}, () => true)],
  ]);
}
