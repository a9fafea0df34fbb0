import { absent, always, derived, each, latest, mapper, text } from '@cartograph/connector-kit';
import type { Fulfillment, Instant } from '@cartograph/core';
import type { NativeShipment } from '../native/order-item.js';
import type { IconicShop } from '../shop.js';
import type { ItemStatus } from './item-statuses.js';
import { statusWords } from './order-status.js';
import type { PlacedOrder, PlacedUnit } from './placed-order.js';

/** Units that travel together. */
interface Parcel {
  readonly order: PlacedOrder;
  /** Null where the carrier gave none. */
  readonly trackingCode: string | null;
  /** Those canceled left out, unless all are. */
  readonly units: readonly PlacedUnit[];
  readonly shipment: NativeShipment | null;
}

const hasLeft: Readonly<Record<ItemStatus['delivery'], boolean>> = {
  none: false,
  shipped: true,
  delivered: true,
  sentBack: true,
  unknown: false,
};

/** A unit is in a parcel once it has a tracking code, or has left. */
const isPacked = ({ unit, status }: PlacedUnit): boolean => unit.trackingCode !== null || hasLeft[status.delivery];

export function parcels(order: PlacedOrder): Parcel[] {
  const byCode = new Map<string | null, PlacedUnit[]>();
  for (const placed of order.units) {
    if (!isPacked(placed)) continue;
    const { trackingCode } = placed.unit;
    const units = byCode.get(trackingCode);
    if (units) units.push(placed);
    else byCode.set(trackingCode, [placed]);
  }
  return Array.from(byCode, ([trackingCode, all]) => {
    const standing = all.filter(({ status }) => status.phase !== 'canceled');
    const units = standing.length > 0 ? standing : all;
    return { order, trackingCode, units, shipment: units[0]?.unit.native.shipment ?? null };
  });
}

function statusOf({ units }: Parcel): Fulfillment['status'] {
  const has = (test: (unit: PlacedUnit) => boolean) => units.some(test);
  if (has(({ status }) => status.phase === 'canceled')) return 'canceled';
  if (has(({ status }) => status.delivery === 'unknown')) return 'unknown';
  if (has(({ status }) => status.delivery === 'shipped')) return 'shipped';
  if (has(({ status }) => status.delivery === 'none')) return 'pending';
  if (has(({ status }) => status.delivery === 'delivered')) return 'delivered';
  return has(({ status }) => status.refund === 'returned') ? 'returned' : 'failed';
}

/** When units entered a status that they still have. */
const enteredAt = ({ units }: Parcel, word: string): Instant | null =>
  latest(...units.map(({ unit }) => (unit.status === word ? unit.lastStatusChangedAt : null)));

/** The id of the warehouse that all units name. */
function warehouseOf({ units }: Parcel, { warehouseIds }: IconicShop): string | null {
  const names = units.map(({ unit }) => text(unit.native.warehouseName));
  return names.every(name => name === names[0]) ? (warehouseIds[names[0] ?? ''] ?? null) : null;
}

const toTracking = mapper<Parcel, Fulfillment['tracking'][number], IconicShop>({
  carrier: ({ shipment }) => text(shipment?.provider?.name),
  number: derived('the tracking code that its units have in common', parcel => parcel.trackingCode),
  url: ({ shipment }) => text(shipment?.provider?.trackingUrl),
});

const toFulfillmentLine = mapper<PlacedUnit, Fulfillment['lines'][number], IconicShop>({
  lineId: ({ unit }) => unit.id,
  quantity: always('1', 'an item is one unit'),
});

export const toFulfillment = mapper<Parcel, Fulfillment, IconicShop>({
  id: derived(
    'the order and the tracking code',
    ({ order, trackingCode }) => `${order.id}-${trackingCode ?? 'untracked'}`,
  ),
  createdAt: absent('units do not tell when they were packed'),
  sourceModifiedAt: derived('the latest change of a unit in it', ({ units }) =>
    latest(...units.map(({ changedAt }) => changedAt)),
  ),
  derived: always(
    true,
    'units of an order that have one tracking code are a parcel, and so are those that left without one',
  ),
  orderId: ({ order }) => order.id,
  status: derived(
    'by the statuses of its units: on its way while one of them is, failed when none could be delivered',
    statusOf,
  ),
  statusRaw: derived('the statuses of its units, each once', statusWords),
  shippedAt: derived('when the status became shipped, while a unit still has it', parcel =>
    enteredAt(parcel, 'shipped'),
  ),
  deliveredAt: derived('when the status became delivered, while a unit still has it', parcel =>
    enteredAt(parcel, 'delivered'),
  ),
  method: derived(
    '`providerProduct`, else `providerType`',
    ({ shipment }) => text(shipment?.providerProduct) ?? text(shipment?.providerType),
  ),
  tracking: derived(
    'that of its units; none for a parcel that left without',
    each(toTracking, (parcel: Parcel) => (parcel.trackingCode === null ? [] : [parcel])),
  ),
  locationId: derived('the warehouse of the name that its units give, where they agree', warehouseOf),
  lines: each(toFulfillmentLine, ({ units }) => units),
});
