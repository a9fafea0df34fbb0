import { type Call, empty, json, type Route } from '../../../http.js';
import { includesOf } from '../../query.js';
import { notFound } from '../../refusal.js';
import type { OrderRecord } from '../../shop/order-book.js';
import { v2List } from '../../v2.js';
import { consignmentsBody } from '../../views/consignments.js';
import {
  couponBody,
  feeEndpointBody,
  messageBody,
  shipmentBody,
  shippingAddressBody,
} from '../../views/order-details.js';
import { orderProductBody } from '../../views/order-product.js';
import { taxRows } from '../../views/order-taxes.js';
import type { Api } from '../api.js';
import { orderIn } from './orders.js';

interface Body {
  readonly id: number;
}

/** A list below an order, and each of its records alone. */
function subResource(
  api: Api,
  path: string,
  collection: string,
  render: (record: OrderRecord, call: Call) => readonly Body[],
): Route[] {
  const serve = (body: Body) => api.serve(collection, body.id, body);
  return [
    [`GET ${path}`, call => v2List(render(orderIn(api, call), call), call.query, serve)],
    [
      `GET ${path}/:part`,
      call => {
        const body = render(orderIn(api, call), call).find(({ id }) => id === Number(call.params.part));
        if (!body) throw notFound('v2');
        return json(serve(body));
      },
    ],
  ];
}

const asBodies = (rows: readonly Record<string, unknown>[]) => rows as readonly (Record<string, unknown> & Body)[];

export function orderDetailRoutes(base: string, api: Api): Route[] {
  const { storeHash } = api.shop;
  const order = `${base}/v2/orders/:id`;
  const addresses = (record: OrderRecord) =>
    record.order.addresses.map(address => shippingAddressBody(record, address, storeHash));
  const shipments = (record: OrderRecord) => record.state.shipments.map(shipment => shipmentBody(record, shipment));
  // Quotes exist only for carriers that calculate; this shop has fixed prices.
  const noQuotes: Route[] = [
    [`GET ${order}/shippingaddresses/:address/shippingquotes`, () => empty()],
    [`GET ${order}/shipping_addresses/:address/shipping_quotes`, () => empty()],
    [`GET ${order}/consignments/shipping/:address/shipping_quotes`, () => empty()],
  ];
  return [
    ...subResource(api, `${order}/products`, 'orderProducts', record =>
      asBodies(record.order.lines.map(line => orderProductBody(record, line))),
    ),
    ...subResource(api, `${order}/coupons`, 'orderCoupons', record =>
      record.order.coupons.map(coupon => couponBody(record, coupon)),
    ),
    // Links spell it without the underscore.
    ...subResource(api, `${order}/shipping_addresses`, 'orderShippingAddresses', addresses),
    ...subResource(api, `${order}/shippingaddresses`, 'orderShippingAddresses', addresses),
    ...subResource(api, `${order}/taxes`, 'orderTaxes', (record, { query }) =>
      asBodies(taxRows(record, query.get('details') === 'true')),
    ),
    [`GET ${order}/shipments/count`, call => json({ count: orderIn(api, call).state.shipments.length })],
    ...subResource(api, `${order}/shipments`, 'shipments', shipments),
    ...subResource(api, `${order}/messages`, 'orderMessages', record =>
      record.state.messages.map((at, position) => messageBody(record, at, position)),
    ),
    [
      `GET ${order}/fees`,
      call => {
        const record = orderIn(api, call);
        return record.order.fees.length === 0
          ? empty()
          : json({ fees: record.order.fees.map(fee => feeEndpointBody(record, fee)) });
      },
    ],
    [
      `GET ${order}/consignments`,
      call =>
        json(
          consignmentsBody(
            orderIn(api, call),
            storeHash,
            includesOf(call.query).has('consignments.line_items'),
            api.serve,
          ),
        ),
    ],
    ...noQuotes,
  ];
}
