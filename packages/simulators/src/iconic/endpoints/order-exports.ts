import { json, type Route } from '../../http.js';
import { readBody } from '../body.js';
import { csv } from '../jobs.js';
import { problem } from '../problems.js';
import { readQuery } from '../query.js';
import type { Unit } from '../shop/dispatch.js';
import { itemById, type OrderRecord, orderById, statusOf } from '../shop/order.js';
import type { World } from '../world.js';
import { exportItemBody, startedBody } from './exports.js';
import { readOrderFilters } from './order-filters.js';

const documentTypes = [
  'all_documents',
  'invoice',
  'exportInvoice',
  'shippingLabel',
  'shippingParcel',
  'carrierManifest',
  'serialNumber',
  'picklist',
  'checklist',
  'creditNote',
  'manifest',
];

const statuses = [
  'return_shipped_by_customer',
  'return_delivered',
  'return_waiting_for_approval',
  'return_rejected',
  'returned',
] as const;

/** What a file of returns may be of: all of them, where it is no status. */
const returnsOf = ['open', ...statuses, 'seller', 'regions'] as const;

const unitsOf = (orders: readonly OrderRecord[]): Unit[] =>
  orders.flatMap(order => order.items.map(item => ({ order, item })));

const unitsFile = (units: readonly Unit[]): string =>
  csv(
    ['OrderNumber', 'OrderItemId', 'SellerSku', 'Status'],
    units.map(({ order, item }) => [order.number, item.id, item.product.sellerSku, statusOf(item)]),
  );

export const orderExportRoutes = (world: World): Route[] => [
  [
    'GET /v2/orders/export',
    ({ query }) => {
      const read = readQuery(query);
      const passes = readOrderFilters(read, world.shop);
      const format = read.choice('format', ['csv', 'xlsx']) ?? 'csv';
      read.check();
      const content = () => unitsFile(unitsOf(world.shop.orders.filter(passes)));
      return json(exportItemBody(world, world.jobs.start('orders', format, content)));
    },
  ],
  [
    'POST /v2/orders/returns/export',
    async ({ request }) => {
      const body = await readBody(request);
      const format = body.required('format', body.choice('format', ['csv', 'xlsx']), 'csv');
      const status = body.choice('status', returnsOf);
      const ids = body.integers('orderItemIds');
      const numbers = body.texts('orderNumbers');
      const [from, to] = [body.instant('dateStart'), body.instant('dateEnd')];
      body.check();
      const wanted = statuses.filter(name => name === status);
      const isReturn = (name: string) => (wanted.length > 0 ? wanted : statuses).some(known => known === name);
      const content = () =>
        unitsFile(
          unitsOf(world.shop.orders).filter(
            ({ order, item }) =>
              isReturn(statusOf(item)) &&
              (ids?.includes(item.id) ?? true) &&
              (numbers?.includes(order.number) ?? true) &&
              item.updatedAt >= (from ?? 0) &&
              item.updatedAt <= (to ?? Number.POSITIVE_INFINITY),
          ),
        );
      return json(startedBody(world.jobs.start('returns', format, content)), 201);
    },
  ],
  [
    // Papers of orders or of units, never of both. Several types come joined by commas.
    'POST /v2/orders/export-document',
    async ({ request }) => {
      const body = await readBody(request, 400);
      const types = body.required('documentType', body.text('documentType'), '').split(',');
      const unknown = types.some(type => type !== '' && !documentTypes.includes(type));
      if (unknown) body.refuse('documentType', 'The value you selected is not a valid choice.');
      const format = body.choice('format', ['pdf', 'html']) ?? 'pdf';
      const [orderIds, itemIds] = [body.integers('orderIds') ?? [], body.integers('orderItemIds') ?? []];
      body.check();
      if ((orderIds.length === 0) === (itemIds.length === 0)) {
        return problem(422, 'Documents not created', 'E030: Either orderIds or orderItemIds must be given');
      }
      const orders = orderIds.flatMap(id => orderById(world.shop.orders, id) ?? []);
      const units = itemIds.flatMap(id => itemById(world.shop.orders, id) ?? []);
      if (orders.length < orderIds.length || units.length < itemIds.length) {
        return problem(422, 'Documents not created', 'E023: Invalid ids');
      }
      const pages = [...unitsOf(orders), ...units].map(({ item }) => `${types.join(', ')} of order item ${item.id}`);
      const content = () =>
        format === 'pdf'
          ? `%PDF-1.4\n% ${pages.join('\n% ')}\n%%EOF`
          : `<html><body>${pages.join('<hr>')}</body></html>`;
      return json(exportItemBody(world, world.jobs.start('order_documents', format, content, types.join(','))), 201);
    },
  ],
];
