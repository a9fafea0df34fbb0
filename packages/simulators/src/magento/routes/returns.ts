import type { Body } from '../bodies/body.js';
import { stamp } from '../clock.js';
import type { Collection } from '../protocol/collection.js';
import { noEntity } from '../protocol/errors.js';
import type { DocumentKey } from '../sales/ledger.js';
import { incrementId, type Sale } from '../sales/sale.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';

const right = 'Magento_Rma::magento_rma';

/** Returns, which Adobe Commerce alone has: everything refunded was sent back before, and they hold no money. */
export function returnEndpoints({ ledger }: Shop, desk: Desk): Endpoint[] {
  const returns: Collection<DocumentKey> = {
    name: 'returns',
    rows: () => ledger.documents('creditMemos'),
    id: memo => String(memo.id),
    primaryKey: 'entity_id',
    columns: {
      entity_id: memo => memo.id,
      order_id: memo => memo.saleId,
      store_id: memo => memo.storeId,
      date_requested: memo => memo.createdAt,
      status: () => 'processed_closed',
    },
    bodyColumns: ['increment_id', 'order_increment_id', 'customer_id'],
    body: memo => {
      const sale = ledger.sale(memo.saleId);
      return sale ? returnBody(sale, memo.position) : {};
    },
  };
  return [
    ['GET /V1/returns', right, desk.list(returns)],
    ['GET /V1/returns/:id', right, ({ params }, scope) => desk.one(returns, params.id ?? '', scope, noEntity)],
  ];
}

function returnBody(sale: Sale, position: number): Body {
  const memo = sale.creditMemos[position];
  const id = memo?.id ?? 0;
  return {
    increment_id: incrementId(sale.view.id, id),
    entity_id: id,
    order_id: sale.id,
    order_increment_id: incrementId(sale.view.id, sale.id),
    store_id: sale.view.id,
    customer_id: sale.customerId,
    date_requested: stamp(memo?.at ?? sale.createdAt),
    customer_custom_email: null,
    items: (memo?.items ?? []).map(({ line, quantity }, index) => ({
      entity_id: id * 600 + index,
      rma_entity_id: id,
      order_item_id: line.id,
      qty_requested: quantity,
      qty_authorized: quantity,
      qty_approved: quantity,
      qty_returned: quantity,
      reason: '5',
      condition: '7',
      resolution: '10',
      status: 'approved',
    })),
    status: 'processed_closed',
    comments: [],
    tracks: [],
  };
}
