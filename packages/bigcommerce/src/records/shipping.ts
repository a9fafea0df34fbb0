import { z } from 'zod';
import { anything, decimal, flag, key, list, text, time } from './kinds.js';

const handlingFees = z
  .object({ fixed_surcharge: decimal, percentage_surcharge: decimal, display_separately: flag })
  .nullish();

export const shippingZoneSchema = z.object({
  id: z.number(),
  name: text,
  /** `zip`, `country`, `state` or `global`. */
  type: text,
  locations: list(z.object({ id: key, zip: text, country_iso2: text, state_iso2: text })),
  free_shipping: z
    .object({ enabled: flag, minimum_sub_total: decimal, exclude_fixed_shipping_products: flag })
    .nullish(),
  handling_fees: handlingFees,
  enabled: flag,
});

export const shippingMethodSchema = z.object({
  id: z.number(),
  name: text,
  type: text,
  /** By type. */
  settings: anything,
  enabled: flag,
  handling_fees: handlingFees,
  is_fallback: flag,
  channel_ids: list(z.number()),
});

export const customsSchema = z.object({
  product_id: z.number(),
  country_of_origin: text,
  commodity_description: text,
  international_shipping: flag,
  /** Codes by country. */
  hs_codes: anything,
  created_at: time,
  updated_at: time,
});

export const shippingSettingsSchema = z.object({
  checkout: z.object({ country_list_strategy: text, out_of_delivery_zone_message: text }).nullish(),
});

export type ShippingZone = z.input<typeof shippingZoneSchema>;
export type ShippingMethod = z.input<typeof shippingMethodSchema>;
export type CustomsInformation = z.input<typeof customsSchema>;
