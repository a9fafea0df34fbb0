import { isLoose, type RequestOptions } from '@cartograph/connector-kit';
import { unfiltered } from '../input/kinds.js';
import { messageFilter, shippingAddressChanges, taxFilter } from '../input/order.js';
import { shipmentChanges, shipmentInput } from '../input/shipment.js';
import { type Consignments, consignmentsSchema } from '../records/consignment.js';
import { orderMessageSchema } from '../records/order.js';
import {
  feeSchema,
  type OrderFee,
  orderCouponSchema,
  orderTaxSchema,
  shippingAddressSchema,
  shippingQuoteSchema,
} from '../records/order-part.js';
import { orderProductSchema } from '../records/order-product.js';
import { shipmentSchema } from '../records/shipment.js';
import type { Api } from './api.js';
import { type Page, wholePage } from './page.js';
import { at, type Id } from './path.js';
import { counts, gets, lists, listsById } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesEverything, updates } from './resource/writing.js';

/** What stands below an order in V2. */
export function createOrderParts(api: Api) {
  const products = source(
    api,
    'orders.products',
    (orderId: Id) => at`/v2/orders/${orderId}/products`,
    orderProductSchema,
  );
  const taxes = source(api, 'orders.taxes', (orderId: Id) => at`/v2/orders/${orderId}/taxes`, orderTaxSchema);
  const coupons = source(api, 'orders.coupons', (orderId: Id) => at`/v2/orders/${orderId}/coupons`, orderCouponSchema);
  const messages = source(
    api,
    'orders.messages',
    (orderId: Id) => at`/v2/orders/${orderId}/messages`,
    orderMessageSchema,
  );
  const shipments = source(
    api,
    'orders.shipments',
    (orderId: Id) => at`/v2/orders/${orderId}/shipments`,
    shipmentSchema,
  );
  const addresses = source(
    api,
    'orders.shippingAddresses',
    (orderId: Id) => at`/v2/orders/${orderId}/shipping_addresses`,
    shippingAddressSchema,
  );
  const addressQuotes = source(
    api,
    'orders.shippingAddresses.quotes',
    (orderId: Id, addressId: Id) => at`/v2/orders/${orderId}/shipping_addresses/${addressId}/shipping_quotes`,
    shippingQuoteSchema,
  );
  const consignmentQuotes = source(
    api,
    'orders.consignments.quotes',
    (orderId: Id, consignmentId: Id) =>
      at`/v2/orders/${orderId}/consignments/shipping/${consignmentId}/shipping_quotes`,
    shippingQuoteSchema,
  );
  const consignments = api.records('orders.consignments', consignmentsSchema);
  const fees = api.records('orders.fees', feeSchema);

  return {
    products: { ...lists(products, unfiltered), ...gets(products) },
    /** Without `details` a row does not name its line. */
    taxes: lists(taxes, taxFilter),
    coupons: lists(coupons, unfiltered),
    messages: listsById(messages, messageFilter),
    shipments: {
      ...lists(shipments, unfiltered),
      ...gets(shipments),
      ...counts(shipments, unfiltered),
      ...creates(shipments, shipmentInput),
      ...updates(shipments, shipmentChanges),
      ...deletes(shipments),
      ...deletesEverything(shipments),
    },
    shippingAddresses: {
      ...lists(addresses, unfiltered),
      ...gets(addresses),
      ...updates(addresses, shippingAddressChanges),
      quotes: lists(addressQuotes, unfiltered),
    },
    consignments: {
      /** With all lines: it includes fifty of them, and says so where there are more. */
      async get(orderId: Id, call?: RequestOptions): Promise<Consignments> {
        const query = { include: ['consignments.line_items'], consignment_structure: 'object' };
        return consignments.one(await api.record('GET', at`/v2/orders/${orderId}/consignments`, { query }, call));
      },
      quotes: lists(consignmentQuotes, unfiltered),
    },
    fees: {
      /** They come whole, without pages. */
      async list(orderId: Id, call?: RequestOptions): Promise<Page<OrderFee>> {
        const body = await api.send('GET', at`/v2/orders/${orderId}/fees`, {}, call);
        const rows = isLoose(body) ? body.fees : body;
        return wholePage(fees.all(Array.isArray(rows) ? rows : []));
      },
    },
  };
}
