import { derived, each, id, isAbsent, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import type { Inventory } from '@cartograph/core';
import type { NativeStock } from '../native/product-set.js';
import type { IconicShop } from '../shop.js';
import { venture } from './location.js';

type Location = Inventory['locations'][number];

interface Stocked {
  /** Null where it could not be read. */
  readonly stock: NativeStock | null;
}

interface Place {
  readonly id: unknown;
  readonly name: unknown;
  readonly stock: unknown;
}

/** A unit or more is, or was, consigned to the marketplace. */
export const isConsigned = (stock: NativeStock | null): stock is NativeStock => !isAbsent(stock?.consignments);

/** The marketplace keeps consigned units in its own warehouse, which is no warehouse of the seller's. */
function placesOf({ stock }: Stocked): Place[] {
  const own = (stock?.warehouses ?? []).map(({ warehouseId, name, stock: held }) => ({
    id: warehouseId,
    name,
    stock: held,
  }));
  const consigned = isConsigned(stock) ? [{ id: venture.id, name: venture.name, stock: stock.sellableStock }] : [];
  return [...own, ...consigned];
}

const toLocation = mapper<Place, Location, IconicShop>({
  locationId: derived('the warehouse; of consigned units the marketplace’s own', place => id(place.id)),
  name: derived('of the warehouse; of consigned units the marketplace’s own', place => text(place.name)),
  quantity: place => optionalAmount(place.stock),
});

export const toInventory = mapper<Stocked, Inventory, IconicShop>({
  total: derived('`available`, reserved units taken off; `quantity` where it is missing', ({ stock }) =>
    stock === null ? null : (optionalAmount(stock.available) ?? optionalAmount(stock.quantity)),
  ),
  locations: derived('the warehouses, and one for consigned units', each(toLocation, placesOf)),
});
