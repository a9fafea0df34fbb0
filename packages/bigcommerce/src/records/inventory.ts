import { z } from 'zod';
import { flag, list, number, text, time, whole } from './kinds.js';

const settings = z
  .object({ safety_stock: number, is_in_stock: flag, warning_level: number, bin_picking_number: text })
  .nullish();

/** The stock of one variant at every location. */
export const inventoryItemSchema = z.object({
  identity: z.object({ sku: text, variant_id: whole, product_id: whole, sku_id: whole }),
  locations: list(
    z.object({
      location_id: whole,
      location_code: text,
      location_name: text,
      /** Less the safety stock. */
      available_to_sell: number,
      total_inventory_onhand: number,
      location_enabled: flag,
      settings,
    }),
  ),
});

/** The stock of one variant at one location. */
export const locationItemSchema = z.object({
  identity: z.object({ sku: text, variant_id: whole, product_id: whole }),
  available_to_sell: number,
  total_inventory_onhand: number,
  settings,
});

const hours = z.object({ open: flag, opening: text, closing: text }).nullish();

export const locationSchema = z.object({
  id: z.number(),
  code: text,
  label: text,
  description: text,
  managed_by_external_source: flag,
  /** `PHYSICAL` or `VIRTUAL`. */
  type_id: text,
  enabled: flag,
  operating_hours: z
    .object({
      sunday: hours,
      monday: hours,
      tuesday: hours,
      wednesday: hours,
      thursday: hours,
      friday: hours,
      saturday: hours,
    })
    .nullish(),
  time_zone: text,
  created_at: time,
  updated_at: time,
  address: z
    .object({
      address1: text,
      address2: text,
      city: text,
      state: text,
      zip: text,
      email: text,
      phone: text,
      geo_coordinates: z.object({ latitude: number, longitude: number }).nullish(),
      /** Documented with three letters, seen with two. */
      country_code: text,
    })
    .nullish(),
  storefront_visibility: flag,
  special_hours: list(
    z.object({ label: text, date: text, open: flag, opening: text, closing: text, all_day: flag, annual: flag }),
  ),
});

/** What the platform answers at once, where it does the work later. */
export const acceptedSchema = z.object({ transaction_id: text });

export type InventoryItem = z.input<typeof inventoryItemSchema>;
export type LocationItem = z.input<typeof locationItemSchema>;
export type Location = z.input<typeof locationSchema>;
export type Accepted = z.input<typeof acceptedSchema>;
