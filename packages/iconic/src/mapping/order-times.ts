import { latest } from '@cartograph/connector-kit';
import type { Instant } from '@cartograph/core';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';
import { phaseOf } from './order-status.js';
import type { PlacedOrder, PlacedUnit } from './placed-order.js';

export const placedAt = ({ native }: PlacedOrder, shop: IconicShop): Instant | null => instant(native.createdAt, shop);

export const statusChangedAt = ({ unit }: PlacedUnit, shop: IconicShop): Instant | null =>
  instant(unit.native.lastStatusChangedAt, shop);

export const modifiedAt = ({ native, units }: PlacedOrder, shop: IconicShop): Instant | null =>
  latest(
    instant(native.updatedAt, shop),
    instant(native.addressUpdatedAt, shop),
    ...units.flatMap(placed => [instant(placed.unit.native.updatedAt, shop), statusChangedAt(placed, shop)]),
  );

/** Null while a unit is open, or may be. */
export const closedAt = (order: PlacedOrder, shop: IconicShop): Instant | null =>
  ['completed', 'canceled'].includes(phaseOf(order))
    ? latest(...order.units.map(placed => statusChangedAt(placed, shop)))
    : null;
