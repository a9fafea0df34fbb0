import { isoZulu } from '../dates.js';
import { historyStart } from '../shop/clock.js';
import type { Location } from '../shop/locations.js';
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

const settings = (units: number) => ({
  safety_stock: 0,
  is_in_stock: units > 0,
  warning_level: 0,
  bin_picking_number: '',
});

const identity = (product: Product, variant: Variant) => ({
  sku: variant.sku,
  variant_id: variant.id,
  product_id: product.id,
});

/** The stock of one variant, everywhere. Untracked products have rows of zero. */
export const inventoryItemBody = (product: Product, variant: Variant, locations: readonly Location[]) => ({
  identity: { ...identity(product, variant), sku_id: variant.skuId },
  locations: locations.map(location => {
    const units = variant.stock.get(location.id) ?? 0;
    return {
      location_id: location.id,
      location_code: location.code,
      location_name: location.label,
      available_to_sell: units,
      total_inventory_onhand: units,
      location_enabled: location.enabled,
      settings: settings(units),
    };
  }),
});

/** The same seen from one location. */
export function locationItemBody(product: Product, variant: Variant, locationId: number) {
  const units = variant.stock.get(locationId) ?? 0;
  return {
    identity: identity(product, variant),
    available_to_sell: units,
    total_inventory_onhand: units,
    settings: settings(units),
  };
}
