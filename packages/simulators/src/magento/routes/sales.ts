import { historyBodies } from '../bodies/order.js';
import type { Collection } from '../protocol/collection.js';
import { noEntity } from '../protocol/errors.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import type { SalesCollections } from './sales-collections.js';

const view = 'Magento_Sales::actions_view';
const invoice = 'Magento_Sales::sales_invoice';
const creditMemo = 'Magento_Sales::sales_creditmemo';
const shipment = 'Magento_Sales::shipment';
const transaction = 'Magento_Sales::transactions_fetch';

export function salesEndpoints({ ledger }: Shop, desk: Desk, all: SalesCollections): Endpoint[] {
  const one =
    <Row>(collection: Collection<Row>): Endpoint[2] =>
    ({ params }, scope) =>
      desk.one(collection, params.id ?? '', scope, noEntity);
  return [
    ['GET /V1/orders', view, desk.list(all.orders)],
    ['GET /V1/orders/items', view, desk.list(all.orderItems)],
    ['GET /V1/orders/items/:id', view, one(all.orderItems)],
    ['GET /V1/orders/:id', view, one(all.orders)],
    ['GET /V1/orders/:id/statuses', view, ({ params }) => ledger.sale(Number(params.id))?.status ?? noEntity()],
    [
      'GET /V1/orders/:id/comments',
      view,
      ({ params }) => {
        const sale = ledger.sale(Number(params.id));
        return sale
          ? { items: historyBodies(sale), search_criteria: null, total_count: sale.history.length }
          : noEntity();
      },
    ],
    ['GET /V1/invoices', invoice, desk.list(all.invoices)],
    ['GET /V1/invoices/:id', invoice, one(all.invoices)],
    ['GET /V1/creditmemos', creditMemo, desk.list(all.creditMemos)],
    ['GET /V1/creditmemo/:id', creditMemo, one(all.creditMemos)],
    ['GET /V1/shipments', shipment, desk.list(all.shipments)],
    ['GET /V1/shipment/:id', shipment, one(all.shipments)],
    ['GET /V1/transactions', transaction, desk.list(all.transactions)],
    ['GET /V1/transactions/:id', transaction, one(all.transactions)],
  ];
}
