import { type Call, empty, json, type Route } from '../../../http.js';
import { objectOf } from '../../records/body.js';
import { type Doc, isDoc } from '../../records/fields.js';
import { acceptedValues } from '../../records/resource.js';
import { invalid, notFound } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import type { OrderRecord } from '../../shop/order-book.js';
import type { Shipment, ShipmentItem } from '../../shop/order-state.js';
import { shipmentBody } from '../../views/order-details.js';
import type { Api } from '../api.js';
import { changeableShipmentFields, shipmentFields } from './order-fields.js';
import { orderEntryIn } from './orders.js';

/** What goes into a parcel: lines of its address, as far as their units are still here. */
function itemsOf({ order, state }: OrderRecord, addressId: number, sent: unknown): ShipmentItem[] {
  const position = order.addresses.findIndex(({ id }) => id === addressId);
  if (position < 0) throw invalid('v2', { order_address_id: `The order has no address ${addressId}.` });
  const items = (Array.isArray(sent) ? sent : []).filter(isDoc);
  if (items.length === 0) throw invalid('v2', { items: 'A shipment needs items.' });
  const packed = new Map<number, number>();
  return items.map(item => {
    const line = order.lines.find(({ id }) => id === Number(item.order_product_id));
    if (!line || line.address !== position)
      throw invalid('v2', { items: `The order product ${item.order_product_id} does not go to this address.` });
    const quantity = Number(item.quantity);
    const gone = (state.shippedUnits.get(line.id) ?? 0) + (packed.get(line.id) ?? 0);
    const left = line.quantity - gone - (state.refundedUnits.get(line.id) ?? 0);
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > left)
      throw invalid('v2', { items: `Of the order product ${line.id} only ${Math.max(0, left)} can be shipped.` });
    packed.set(line.id, (packed.get(line.id) ?? 0) + quantity);
    return { lineId: line.id, productId: line.productId, quantity };
  });
}

export function shipmentWriteRoutes(base: string, api: Api): Route[] {
  const { orders, clock } = api.shop;
  const path = `${base}/v2/orders/:id/shipments`;
  const now = () => toSecond(clock.now());
  const answer = (call: Call, id: number | undefined, status = 200): Response => {
    const record = orders.record(orderEntryIn(api, call));
    const shipment = record.state.shipments.find(row => row.id === id) as Shipment;
    return json(api.serve('shipments', shipment.id, shipmentBody(record, shipment)), status);
  };
  const shipmentIn = (call: Call): Shipment => {
    const { state } = orders.record(orderEntryIn(api, call));
    const found = state.shipments.find(({ id }) => id === Number(call.params.shipment));
    if (!found) throw notFound('v2');
    return found;
  };

  return [
    [
      `POST ${path}`,
      async call => {
        orderEntryIn(api, call);
        const body = acceptedValues('v2', shipmentFields, await objectOf('v2', call.request), true);
        const { order_address_id: address, items: sent, ...written } = body;
        const entry = orderEntryIn(api, call);
        const addressId = Number(address);
        const items = itemsOf(orders.record(entry), addressId, sent);
        orders.happen(entry, { type: 'dispatch', at: now(), addressId, items, written });
        return answer(call, orders.record(entry).state.shipments.at(-1)?.id, 201);
      },
    ],
    [
      `PUT ${path}/:shipment`,
      async call => {
        shipmentIn(call);
        const body: Doc = acceptedValues('v2', changeableShipmentFields, await objectOf('v2', call.request), false);
        const { order_address_id: address, ...written } = body;
        const { id, addressId } = shipmentIn(call);
        if (address !== undefined && Number(address) !== addressId)
          throw invalid('v2', { order_address_id: 'The address of a shipment cannot be changed.' });
        orders.happen(orderEntryIn(api, call), { type: 'redispatch', at: now(), shipmentId: id, written });
        return answer(call, id);
      },
    ],
    [
      `DELETE ${path}/:shipment`,
      call => {
        const { id } = shipmentIn(call);
        orders.happen(orderEntryIn(api, call), { type: 'undispatch', at: now(), shipmentId: id });
        return empty();
      },
    ],
    [
      `DELETE ${path}`,
      call => {
        const entry = orderEntryIn(api, call);
        for (const { id } of orders.record(entry).state.shipments)
          orders.happen(entry, { type: 'undispatch', at: now(), shipmentId: id });
        return empty();
      },
    ],
  ];
}
