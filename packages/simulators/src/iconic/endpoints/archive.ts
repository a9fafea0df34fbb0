import { json, type Route } from '../../http.js';
import { moneyText } from '../../money.js';
import { plainText } from '../dates.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import { paidPrice } from '../shop/amounts.js';
import { type ItemRecord, type OrderRecord, srcIdOf } from '../shop/order.js';
import type { World } from '../world.js';

const archivedAfterMs = 180 * 86_400_000;

const itemBody = (item: ItemRecord, { decimals }: OrderRecord) => ({
  idSalesOrderItem: item.id,
  fkSeller: seller.id,
  srcId: srcIdOf(item),
  properties: {
    sku: item.product.sku,
    paid_price: moneyText(paidPrice(item), decimals),
    is_outlet: item.outlet ? 1 : 0,
  },
  inventoryStatusHistory: [],
  orderItemOosCancellation: [],
  returnRequestItem: [],
  salesOrderItemProperties: [],
  salesOrderItemStatusHistory: item.history.map(({ status, at }) => ({ status, created_at: plainText(at) })),
});

/** The tables as they are: numbers for what is true or false, amounts as text. */
const orderBody = (order: OrderRecord) => ({
  idSalesOrder: order.id,
  srcId: order.number,
  orderNr: order.number,
  createdAt: plainText(order.createdAt),
  currency: order.currency,
  properties: { payment_method: order.paymentMethod, payout_pending: order.payoutPending ? 1 : 0 },
  salesOrderComment: [],
  salesOrderExchange: [],
  salesOrderInvoice: [],
  OrderItemArchives: order.items.map(item => itemBody(item, order)),
  packageArchives: [],
});

/** An empty ZIP file. */
const nothingZipped = Buffer.from([0x50, 0x4b, 0x05, 0x06, ...Array<number>(18).fill(0)]);

export const archiveRoutes = (world: World): Route[] => [
  [
    'GET /v2/archive/orders',
    ({ query }) => {
      const read = readQuery(query);
      const { limit, offset } = read.page({ max: 100, fallback: 100 });
      const [from, to] = [read.instant('createdAtFrom', 'start'), read.instant('createdAtTo', 'end')];
      const [number, currency, srcId] = [read.text('orderNr'), read.text('currency'), read.text('srcId')];
      read.check();
      const rows = world.shop.orders.filter(
        order =>
          order.createdAt < world.now() - archivedAfterMs &&
          order.createdAt >= (from ?? 0) &&
          order.createdAt <= (to ?? Number.POSITIVE_INFINITY) &&
          (number === undefined || order.number === number) &&
          (srcId === undefined || order.number === srcId) &&
          (currency === undefined || order.currency === currency),
      );
      return json({
        data: rows.slice(offset, offset + limit).map(orderBody),
        hasNext: offset + limit < rows.length,
      });
    },
  ],
  [
    // Tax documents of Latin American ventures: there are none here.
    'GET /v2/invoices',
    () => new Response(nothingZipped, { headers: { 'content-type': 'application/zip' } }),
  ],
];
