import { z } from 'zod';
import { anything, decimal, flag, key, list, text, time, whole } from './kinds.js';
import { linkTo } from './link.js';

export const storeSchema = z.object({
  /** The store hash. */
  id: z.string(),
  account_uuid: text,
  domain: text,
  secure_url: text,
  control_panel_base_url: text,
  status: text,
  name: text,
  first_name: text,
  last_name: text,
  /** One text, as the merchant typed it. */
  address: text,
  country: text,
  country_code: text,
  infrastructure_region: text,
  phone: text,
  admin_email: text,
  order_email: text,
  favicon_url: text,
  /** Offsets in seconds. */
  timezone: z
    .object({ name: text, raw_offset: whole, dst_offset: whole, dst_correction: flag, date_format: anything })
    .nullish(),
  language: text,
  currency: text,
  currency_symbol: text,
  decimal_separator: text,
  thousands_separator: text,
  decimal_places: key,
  currency_symbol_location: text,
  weight_units: text,
  dimension_units: text,
  dimension_decimal_places: key,
  plan_name: text,
  plan_level: text,
  plan_is_trial: flag,
  industry: text,
  logo: anything,
  is_price_entered_with_tax: flag,
  /** What webhooks call the store. */
  store_id: whole,
  default_channel_id: whole,
  default_site_id: whole,
  features: anything,
});

export const timeSchema = z.object({ time: z.number() });

export const currencySchema = z.object({
  id: z.number(),
  is_default: flag,
  currency_code: text,
  /** Against the default currency, as text with ten decimals. */
  currency_exchange_rate: decimal,
  auto_update: flag,
  country_iso2: text,
  default_for_country_codes: list(z.string()),
  token: text,
  token_location: text,
  decimal_token: text,
  thousands_token: text,
  decimal_places: key,
  name: text,
  /** Shown; `is_transactional`: may be charged. */
  enabled: flag,
  is_transactional: flag,
  use_default_name: flag,
  last_updated: time,
});

export const countrySchema = z.object({
  id: z.number(),
  country: text,
  country_iso2: text,
  country_iso3: text,
  states: linkTo<State>().nullish(),
});

export const stateSchema = z.object({
  id: z.number(),
  state: text,
  state_abbreviation: text,
  country_id: whole,
});

export type Store = z.input<typeof storeSchema>;
export type Currency = z.input<typeof currencySchema>;
export type Country = z.input<typeof countrySchema>;
export type State = z.input<typeof stateSchema>;
