import { absent, always, amount, derived, each, id, mapper, text } from '@cartograph/connector-kit';
import type { Fulfillment } from '@cartograph/core';
import { includedLines } from '../native/included-lines.js';
import { instant } from '../native/instant.js';
import { isFreeCompanion } from '../native/line-amounts.js';
import type { OrderBody } from '../native/order-body.js';
import type { NativeShipment } from '../native/shipment.js';

type NativeShipmentItem = NonNullable<NativeShipment['items']>[number];
type FulfillmentLine = Fulfillment['lines'][number];
type Tracking = Fulfillment['tracking'][number];

/** A shipment with the lines of its order that are counted with another line. */
interface ShipmentOfOrder {
  readonly shipment: NativeShipment;
  readonly companions: ReadonlySet<string | null>;
}

const toLine = mapper<NativeShipmentItem, FulfillmentLine, unknown>({
  lineId: item => id(item.order_product_id),
  quantity: item => amount(item.quantity),
});

const linkOf = (shipment: NativeShipment): string | null =>
  text(shipment.tracking_link) ?? text(shipment.generated_tracking_link);

const toTracking = mapper<NativeShipment, Tracking, unknown>({
  carrier: shipment =>
    text(shipment.shipping_provider_display_name) ??
    text(shipment.tracking_carrier) ??
    text(shipment.shipping_provider),
  number: shipment => text(shipment.tracking_number),
  url: linkOf,
});

const isTracked = (shipment: NativeShipment): boolean =>
  text(shipment.tracking_number) !== null || linkOf(shipment) !== null;

export const toFulfillment = mapper<ShipmentOfOrder, Fulfillment, unknown>({
  id: ({ shipment }) => id(shipment.id),
  createdAt: ({ shipment }) => instant(shipment.date_created),
  sourceModifiedAt: absent('a shipment does not say when it was changed'),
  derived: always(false, 'shipments are records of the platform'),
  orderId: ({ shipment }) => id(shipment.order_id),
  status: always('shipped', 'a shipment is made when its goods leave, and has no other state'),
  statusRaw: absent('a shipment has no status'),
  shippedAt: derived('when the shipment was made', ({ shipment }) => instant(shipment.date_created)),
  deliveredAt: absent('BigCommerce does not follow a parcel'),
  method: ({ shipment }) => text(shipment.shipping_method),
  tracking: each(toTracking, ({ shipment }) => (isTracked(shipment) ? [shipment] : [])),
  locationId: absent('a shipment does not say where it left from'),
  lines: each(toLine, ({ shipment, companions }) =>
    (shipment.items ?? []).filter(item => !companions.has(text(item.order_product_id))),
  ),
});

/** The shipments of an order, without the free companions that are no lines of it. */
export function fulfillmentsOf({ order, products, shipments }: OrderBody): Fulfillment[] {
  if (!shipments || shipments.length === 0) return [];
  const lines = products ?? includedLines(order)?.lines ?? [];
  const companions = new Set(lines.filter(isFreeCompanion).map(line => text(line.id)));
  return shipments.map(shipment => toFulfillment({ shipment, companions }, undefined));
}
