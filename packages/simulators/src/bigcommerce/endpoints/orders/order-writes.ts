import { type Call, empty, json, type Route } from '../../../http.js';
import { objectOf } from '../../records/body.js';
import { type Doc, isDoc } from '../../records/fields.js';
import { acceptedValues } from '../../records/resource.js';
import { invalid, notFound, refuse } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { amendedAddress, amendedOrder } from '../../shop/order-amending.js';
import { writtenOrder } from '../../shop/order-writing.js';
import { shippingAddressBody } from '../../views/order-details.js';
import type { Api } from '../api.js';
import { changeableOrderFields, orderFields, shippingAddressFields } from './order-fields.js';
import { orderEntryIn, renderOrder } from './orders.js';

export function orderWriteRoutes(base: string, api: Api): Route[] {
  const { shop, records } = api;
  const { orders, customers, catalog, clock } = shop;
  const path = `${base}/v2/orders`;
  const now = () => toSecond(clock.now());

  const refuseStrangers = ({ customer_id: customer, channel_id: channel }: Doc) => {
    if (customer && !customers.entry(Number(customer)))
      throw invalid('v2', { customer_id: `The customer ${customer} does not exist.` });
    const known = channel === undefined ? undefined : records.channels.find(channel);
    if (channel !== undefined && (!known || known.status === 'disconnected'))
      throw invalid('v2', { channel_id: `The channel ${channel} does not exist or is not connected.` });
  };

  const create = async ({ request, query }: Call): Promise<Response> => {
    const body = acceptedValues('v2', orderFields, await objectOf('v2', request), true);
    const pickups = isDoc(body.consignments);
    if (pickups && (body.products !== undefined || body.shipping_addresses !== undefined))
      throw refuse('v2', 400, 'Consignments cannot be combined with products or shipping_addresses.');
    if (!pickups && !(Array.isArray(body.products) && body.products.length > 0))
      throw invalid('v2', { products: "The required field 'products' was not supplied." });
    refuseStrangers(body);
    const at = now();
    const entry = orders.accept(
      (number, id) => writtenOrder(catalog, body, { number, id, now: at }),
      Number(body.status_id ?? 1),
    );
    return json(renderOrder(api, entry, query));
  };

  const update = async (call: Call): Promise<Response> => {
    orderEntryIn(api, call);
    const body = acceptedValues('v2', changeableOrderFields, await objectOf('v2', call.request), false);
    const entry = orderEntryIn(api, call);
    refuseStrangers(body);
    const { status_id: status, is_deleted: archived, ...fields } = body;
    const at = now();
    if (Object.keys(fields).length > 0)
      orders.happen(entry, { type: 'rewrite', at, order: amendedOrder(catalog, orders.record(entry).order, fields) });
    if (status !== undefined && Number(status) !== entry.statusId)
      orders.happen(entry, { type: 'status', at, statusId: Number(status) });
    if (archived !== undefined && archived !== entry.archived)
      orders.happen(entry, { type: archived ? 'archive' : 'restore', at });
    return json(renderOrder(api, entry, call.query));
  };

  return [
    [`POST ${path}`, create],
    [`PUT ${path}/:id`, update],
    [
      `DELETE ${path}/:id`,
      call => {
        const entry = orderEntryIn(api, call);
        if (!entry.archived) orders.happen(entry, { type: 'archive', at: now() });
        return empty();
      },
    ],
    [
      `DELETE ${path}`,
      () => {
        const at = now();
        for (const entry of orders.entries) if (!entry.archived) orders.happen(entry, { type: 'archive', at });
        return empty();
      },
    ],
    [
      `PUT ${path}/:id/shipping_addresses/:address`,
      async call => {
        const { order } = orders.record(orderEntryIn(api, call));
        const known = order.addresses.find(({ id }) => id === Number(call.params.address));
        if (!known) throw notFound('v2');
        const body = acceptedValues('v2', shippingAddressFields, await objectOf('v2', call.request), false);
        const entry = orderEntryIn(api, call);
        const addresses = order.addresses.map(address => (address === known ? amendedAddress(address, body) : address));
        orders.happen(entry, { type: 'rewrite', at: now(), order: { ...order, addresses } });
        const record = orders.record(entry);
        const address = record.order.addresses.find(({ id }) => id === known.id) ?? known;
        return json(shippingAddressBody(record, address, shop.storeHash));
      },
    ],
  ];
}
