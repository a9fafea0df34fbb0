import { type ItemRecord, isPacked, type OrderRecord, orderById, parcelOf, trackingCode } from './order.js';
import { providerOf, type ShipmentProvider } from './providers.js';
import type { Shop } from './shop.js';

export interface Unit {
  readonly order: OrderRecord;
  readonly item: ItemRecord;
}

const firstPackageId = 5_000_000;
const packagesPerOrder = 25;

export const packageIdOf = ({ order, item }: Unit): number =>
  item.dispatch?.packageId ?? firstPackageId + order.index * packagesPerOrder + parcelOf(item);

export function hasPackage(shop: Shop, id: number): boolean {
  const order = shop.orders[Math.floor((id - firstPackageId) / packagesPerOrder)];
  return (
    shop.packageIds.has(id) ||
    (order?.items.some(item => isPacked(item) && packageIdOf({ order, item }) === id) ?? false)
  );
}

/** The units in the same parcel, the unit itself among them; the unit alone while it is not packed. */
export function togetherWith({ order, item }: Unit): readonly ItemRecord[] {
  if (!isPacked(item)) return [item];
  const id = packageIdOf({ order, item });
  return order.items.filter(other => isPacked(other) && packageIdOf({ order, item: other }) === id);
}

/** Who carries the unit. */
export const carrierOf = ({ order, item }: Unit): ShipmentProvider => item.dispatch?.provider ?? providerOf(order);

/** Codes that the shop makes up hold the number of their order, so that no list of all of them is needed. */
export function isTrackingCodeTaken(shop: Shop, code: string): boolean {
  if (shop.trackingCodes.has(code)) return true;
  const made = /^ICN(\d{8})\d{1,2}AU$/.exec(code);
  const order = made ? orderById(shop.orders, Number(made[1])) : undefined;
  return order?.items.some(item => isPacked(item) && trackingCode(order, item) === code) ?? false;
}
