import { json, type Route } from '../../http.js';
import { type Body, type Fields, readBody } from '../body.js';
import { isTrackingCodeTaken, type Unit } from '../shop/dispatch.js';
import { enter } from '../shop/enter.js';
import type { Dispatch, ItemRecord } from '../shop/order.js';
import { providers, type ShipmentProvider } from '../shop/providers.js';
import type { World } from '../world.js';
import { checkOneOrder, checkStatus, idsOf, refuseUnits, unitsNamed } from './named-units.js';

const deliveryTypes = ['dropship', 'pickup', 'send_to_warehouse'] as const;
const serialPattern = /^[a-zA-Z0-9]{1,26}$/;
/** The parcels that sellers pack are numbered apart from those of the history. */
const firstPackageId = 800_000_001;

interface Packing {
  readonly serials: ReadonlyMap<number, string>;
  readonly ids: readonly number[];
  readonly deliveryType: (typeof deliveryTypes)[number] | undefined;
  readonly provider: ShipmentProvider | undefined;
  readonly trackingNumber: string | undefined;
}

export function readProvider(body: Body): ShipmentProvider | undefined {
  const name = body.text('shippingProvider');
  const provider = providers.find(candidate => candidate.active && candidate.name === name);
  if (name !== undefined && !provider) {
    body.refuse('shippingProvider', 'The value you selected is not a valid choice.');
  }
  return provider;
}

function readSerials(rows: readonly Fields[], key: string): Pick<Packing, 'ids' | 'serials'> {
  const serials = new Map<number, string>();
  const ids = rows.map(row => {
    const id = row.required(key, row.integer(key), 0);
    const serial = row.text('serialNumber');
    if (serial !== undefined) serials.set(id, serial);
    if (serial !== undefined && !serialPattern.test(serial)) row.refuse('serialNumber', 'This value is not valid.');
    return id;
  });
  return { ids, serials };
}

/** The two calls name the id of a unit differently. */
async function readPacking(request: Request, key: 'id' | 'orderItemId'): Promise<Packing> {
  const body = await readBody(request, 400);
  const packing = {
    ...readSerials(body.required('orderItems', body.rows('orderItems'), []), key),
    deliveryType: body.choice('deliveryType', deliveryTypes),
    provider: readProvider(body),
    trackingNumber: body.text('trackingNumber') || undefined,
  };
  if (key === 'orderItemId') {
    body.required('deliveryType', packing.deliveryType, 'dropship');
    if (packing.deliveryType !== 'pickup') body.required('shippingProvider', body.text('shippingProvider'), '');
  }
  // None of this marketplace's providers gives out numbers itself.
  if (packing.deliveryType !== 'pickup') body.required('trackingNumber', packing.trackingNumber, '');
  body.check();
  return packing;
}

/** The number is the parcel's own, and stays with the units that are packed under it. */
export function checkTrackingCode(world: World, code: string): void {
  if (isTrackingCodeTaken(world.shop, code)) refuseUnits('E028', `The tracking number ${code} is already used`);
}

export function amend(items: readonly ItemRecord[], change: Dispatch): void {
  for (const item of items) item.dispatch = { ...item.dispatch, ...change };
}

export function packingRoutes(world: World): Route[] {
  const pack = (units: readonly Unit[], { provider, trackingNumber, serials }: Packing) => {
    const numbered = trackingNumber === undefined ? {} : { trackingCode: trackingNumber };
    const packageId = firstPackageId + world.shop.packageIds.size;
    world.shop.packageIds.add(packageId);
    const parcel = { packageId, ...numbered, ...(provider ? { provider } : {}) };
    if (trackingNumber !== undefined) world.shop.trackingCodes.add(trackingNumber);
    for (const { item } of units) {
      const serialNumber = serials.get(item.id);
      amend([item], serialNumber === undefined ? parcel : { ...parcel, serialNumber });
    }
  };
  /** Pending units of one order; those that the marketplace packs itself cannot be. */
  const check = ({ ids, trackingNumber }: Packing, to: string): Unit[] => {
    const units = unitsNamed(world, ids);
    checkOneOrder(units);
    checkStatus(units, ['pending'], to);
    if (units.some(({ order }) => order.shipmentType === 'warehouse')) {
      refuseUnits('E028', 'These order items are not processable');
    }
    const own = units.every(({ item }) => item.dispatch?.trackingCode === trackingNumber);
    if (trackingNumber !== undefined && !own) checkTrackingCode(world, trackingNumber);
    return units;
  };
  return [
    [
      'POST /v2/orders/statuses/set-to-packed-by-marketplace',
      async ({ request }) => {
        const packing = await readPacking(request, 'orderItemId');
        const units = check(packing, 'packed');
        pack(units, packing);
        const at = world.act();
        for (const { order, item } of units) {
          item.updatedAt = at;
          order.updatedAt = at;
        }
        return json(idsOf(units));
      },
    ],
    [
      'POST /v2/orders/statuses/set-to-ready-to-ship',
      async ({ request }) => {
        const packing = await readPacking(request, 'id');
        const units = check(packing, 'ready_to_ship');
        pack(units, packing);
        const items = units.map(({ item }) => item);
        for (const { order } of units.slice(0, 1)) {
          enter(world.shop, order, items, 'ready_to_ship', world.act(), 'seller');
        }
        return json(idsOf(units));
      },
    ],
  ];
}
