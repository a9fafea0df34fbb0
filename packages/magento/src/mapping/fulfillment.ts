import {
  absent,
  always,
  amountOrZero,
  derived,
  each,
  flag,
  id,
  mapper,
  optionalId,
  text,
} from '@cartograph/connector-kit';
import { type Decimal, divide, type Fulfillment, isZero, multiply, sum } from '@cartograph/core';
import type { NativeShipment, ShipmentBody } from '../native/shipment.js';
import { groupBy } from './group-by.js';
import { instant } from './instant.js';

type Track = NonNullable<NativeShipment['tracks']>[number];
type Item = NonNullable<NativeShipment['items']>[number];
type Line = Fulfillment['lines'][number];

const toTracking = mapper<Track, Fulfillment['tracking'][number], unknown>({
  carrier: track => text(track.title) ?? text(track.carrier_code),
  number: track => text(track.track_number),
  url: absent('REST gives no address to follow a parcel at'),
});

const toLine = mapper<Line, Line, unknown>({
  lineId: derived('the upper row where the shipment names a part of a bundle', line => line.lineId),
  quantity: derived('of a bundle that is shipped in parts: its units by the share of its parts', line => line.quantity),
});

export const toFulfillment = mapper<ShipmentBody, Fulfillment, unknown>({
  id: ({ shipment }) => id(shipment.entity_id),
  createdAt: ({ shipment }) => instant(shipment.created_at),
  sourceModifiedAt: ({ shipment }) => instant(shipment.updated_at),
  derived: always(false, 'shipments are records of the platform'),
  orderId: ({ shipment }) => id(shipment.order_id),
  status: always('shipped', 'a shipment is written when the goods leave'),
  statusRaw: ({ shipment }) => text(shipment.shipment_status),
  shippedAt: ({ shipment }) => instant(shipment.created_at),
  deliveredAt: absent('Magento does not follow parcels'),
  method: absent('it stands on the order, as the name of its shipping charge'),
  tracking: each(toTracking, ({ shipment }) => shipment.tracks ?? []),
  locationId: ({ shipment }) => text(shipment.extension_attributes?.source_code),
  lines: each(toLine, body => shippedLines(body)),
});

function shippedLines({ shipment, rows }: ShipmentBody): Line[] {
  const parents = new Map(rows.map(row => [optionalId(row.item_id), optionalId(row.parent_item_id)]));
  const byLine = groupBy(shipment.items ?? [], item => parents.get(id(item.order_item_id)) ?? id(item.order_item_id));
  return [...byLine]
    .map(([lineId, items]) => ({ lineId, quantity: shippedUnits(lineId, items, rows) }))
    .filter(({ quantity }) => !isZero(quantity));
}

/** Where parts of a bundle are named, they count, and a row of the bundle itself stands for nothing. */
function shippedUnits(lineId: string, items: readonly Item[], rows: ShipmentBody['rows']): Decimal {
  const shipped = (some: readonly Item[]) => sum(some.map(item => amountOrZero(item.qty)));
  const parts = items.filter(item => id(item.order_item_id) !== lineId);
  if (parts.length === 0) return shipped(items);
  const ordered = amountOrZero(rows.find(row => optionalId(row.item_id) === lineId)?.qty_ordered);
  const all = sum(
    rows
      .filter(row => optionalId(row.parent_item_id) === lineId && flag(row.is_virtual) !== true)
      .map(row => amountOrZero(row.qty_ordered)),
  );
  return isZero(all) ? '0' : divide(multiply(ordered, shipped(parts)), all, 4);
}
