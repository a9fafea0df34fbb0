import { z } from 'zod';
import { flag, key, list, number, text, time, whole } from './kinds.js';

export const taxRateSchema = z.object({
  id: z.number(),
  name: text,
  enabled: flag,
  /** Rates of one priority add up; a greater number is levied on top of the smaller ones. */
  priority: whole,
  tax_zone_id: whole,
  /** In percent. */
  class_rates: list(z.object({ rate: number, tax_class_id: whole })),
});

export const taxZoneSchema = z.object({
  id: z.number(),
  name: text,
  enabled: flag,
  price_display_settings: z
    .object({ show_inclusive: flag, show_both_on_detail_view: flag, show_both_on_list_view: flag })
    .nullish(),
  shopper_target_settings: z
    .object({
      locations: list(
        z.object({ country_code: text, subdivision_codes: list(z.string()), postal_codes: list(z.string()) }),
      ),
      customer_groups: list(z.number()),
    })
    .nullish(),
});

/** The implicit class 0 is not listed. */
export const taxClassSchema = z.object({
  id: z.union([z.string(), z.number()]),
  name: text,
  created_at: time,
  updated_at: time,
});

export const taxSettingsSchema = z.object({
  tax_entered_with_prices: flag,
  price_display_settings: z
    .object({ control_panel_price_display_strategy: text, invoice_price_display_strategy: text })
    .nullish(),
  fallback_strategy: text,
  should_subtract_store_tax: flag,
  should_use_geolocation_to_determine_guest_shopper_tax_zone: flag,
  guest_shopper_tax_zone_id: key,
  store_tax_zone_id: key,
  document_submission_strategy: text,
  rounding_strategy: text,
});

export type TaxRate = z.input<typeof taxRateSchema>;
export type TaxZone = z.input<typeof taxZoneSchema>;
export type TaxClass = z.input<typeof taxClassSchema>;
export type TaxSettings = z.input<typeof taxSettingsSchema>;
