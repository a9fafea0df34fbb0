import { isoZulu } from '../dates.js';
import type { Doc } from '../records/fields.js';
import { historyStart } from '../shop/clock.js';
import type { Location, pickupMethod } from '../shop/locations.js';
import type { Product, Variant } from '../shop/product.js';

const closed = { open: false, opening: '00:00', closing: '00:00' };
const open = { open: true, opening: '09:00', closing: '17:30' };

export const locationBody = (location: Location) => ({
  id: location.id,
  code: location.code,
  label: location.label,
  description: '',
  managed_by_external_source: false,
  type_id: 'PHYSICAL',
  enabled: location.enabled,
  operating_hours: {
    sunday: closed,
    monday: open,
    tuesday: open,
    wednesday: open,
    thursday: open,
    friday: open,
    saturday: closed,
  },
  time_zone: 'Australia/Sydney',
  created_at: isoZulu(Date.UTC(2021, 2, 14)),
  updated_at: isoZulu(historyStart),
  address: {
    address1: location.street,
    address2: '',
    city: location.city,
    state: location.state,
    zip: location.zip,
    email: 'store@lantern-loom.example',
    phone: '02 5550 1234',
    geo_coordinates: { latitude: -33.8, longitude: 151.2 },
    country_code: 'AU',
  },
  storefront_visibility: location.enabled,
  special_hours: [],
});

export const pickupMethodBody = ({ id, locationId, name, instructions, hours }: typeof pickupMethod) => ({
  id,
  location_id: locationId,
  display_name: name,
  collection_instructions: instructions,
  collection_time_description: hours,
  date_created: isoZulu(Date.UTC(2021, 2, 14)),
  date_modified: isoZulu(historyStart),
});

/** What is kept back is not for sale. */
function stockFields(units: number, set: Doc = {}) {
  const safety = Number(set.safety_stock ?? 0);
  return {
    available_to_sell: Math.max(0, units - safety),
    total_inventory_onhand: units,
    settings: {
      safety_stock: safety,
      is_in_stock: units > 0,
      warning_level: 0,
      bin_picking_number: '',
      ...set,
    },
  };
}

const identity = (product: Product, variant: Variant) => ({
  sku: variant.sku,
  variant_id: variant.id,
  product_id: product.id,
});

export type StockSettings = ReadonlyMap<string, Doc>;

export const stockKey = (variantId: number, locationId: unknown): string => `${variantId}:${locationId}`;

/** The stock of one variant, everywhere. Untracked products have rows of zero. */
export const inventoryItemBody = (
  product: Product,
  variant: Variant,
  locations: readonly Doc[],
  settings: StockSettings,
) => ({
  identity: { ...identity(product, variant), sku_id: variant.skuId },
  locations: locations.map(location => ({
    location_id: location.id,
    location_code: location.code,
    location_name: location.label,
    location_enabled: location.enabled,
    ...stockFields(variant.stock.get(Number(location.id)) ?? 0, settings.get(stockKey(variant.id, location.id))),
  })),
});

/** The same seen from one location. */
export const locationItemBody = (product: Product, variant: Variant, locationId: number, settings: StockSettings) => ({
  identity: identity(product, variant),
  ...stockFields(variant.stock.get(locationId) ?? 0, settings.get(stockKey(variant.id, locationId))),
});
