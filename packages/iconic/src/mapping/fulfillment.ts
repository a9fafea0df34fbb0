import { absent, always, derived, each, latest, mapper, text } from '@cartograph/connector-kit';
import type { Fulfillment, Instant } from '@cartograph/core';
import type { NativeShipment } from '../native/order-item.js';
import type { IconicShop } from '../shop.js';
import type { PlacedOrder, PlacedUnit } from './placed-order.js';

/** Units that travel together. */
interface Parcel {
  readonly order: PlacedOrder;
  /** Null where the carrier gave none. */
  readonly trackingCode: string | null;
  /** Those canceled left out, unless all are. */
  readonly units: readonly [PlacedUnit, ...PlacedUnit[]];
}

const trackingCodeOf = ({ unit }: PlacedUnit): string | null => text(unit.native.shipment?.trackingCode);

/** A unit is in a parcel once it has a tracking code, or has left. */
const isPacked = (unit: PlacedUnit): boolean =>
  trackingCodeOf(unit) !== null || ['shipped', 'delivered', 'sentBack'].includes(unit.status.delivery);

export function parcels(order: PlacedOrder): Parcel[] {
  const byCode = new Map<string | null, PlacedUnit[]>();
  for (const unit of order.units) {
    if (!isPacked(unit)) continue;
    const code = trackingCodeOf(unit);
    const units = byCode.get(code);
    if (units) units.push(unit);
    else byCode.set(code, [unit]);
  }
  return [...byCode].flatMap(([trackingCode, all]) => {
    const standing = all.filter(({ status }) => status.phase !== 'canceled');
    const [first, ...others] = standing.length > 0 ? standing : all;
    return first ? [{ order, trackingCode, units: [first, ...others] as const }] : [];
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
  latest(...units.map(({ unit }) => (text(unit.native.status) === word ? unit.lastStatusChangedAt : null)));

const shipmentOf = ({ units: [{ unit }] }: Parcel): NativeShipment | null => unit.native.shipment ?? null;

/** The id of the warehouse that all units name. */
function warehouseOf({ units }: Parcel, { warehouseIds }: IconicShop): string | null {
  const [name, ...others] = new Set(units.map(({ unit }) => text(unit.native.warehouseName)));
  return others.length === 0 ? (warehouseIds[name ?? ''] ?? null) : null;
}

const toTracking = mapper<Parcel, Fulfillment['tracking'][number], IconicShop>({
  carrier: parcel => text(shipmentOf(parcel)?.provider?.name),
  number: derived('the tracking code that its units have in common', parcel => parcel.trackingCode),
  url: parcel => text(shipmentOf(parcel)?.provider?.trackingUrl),
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
    latest(...units.flatMap(({ unit }) => [unit.updatedAt, unit.lastStatusChangedAt])),
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
  statusRaw: derived(
    'the statuses of its units, each once',
    ({ units }) =>
      [...new Set(units.map(({ unit }) => text(unit.native.status)).filter(word => word !== null))].join(', ') || null,
  ),
  shippedAt: derived('when the status became shipped, while a unit still has it', parcel =>
    enteredAt(parcel, 'shipped'),
  ),
  deliveredAt: derived('when the status became delivered, while a unit still has it', parcel =>
    enteredAt(parcel, 'delivered'),
  ),
  method: derived('`providerProduct`, else `providerType`', parcel => {
    const shipment = shipmentOf(parcel);
    return text(shipment?.providerProduct) ?? text(shipment?.providerType);
  }),
  tracking: derived(
    'that of its units; none for a parcel that left without',
    each(toTracking, (parcel: Parcel) => (trackingCodeOf(parcel.units[0]) === null ? [] : [parcel])),
  ),
  locationId: derived('the warehouse of the name that its units give, where they agree', warehouseOf),
  lines: each(toFulfillmentLine, ({ units }) => units),
});
