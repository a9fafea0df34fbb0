import { z } from 'zod';
import { flag, key, list, text, time, whole } from './kinds.js';

export const currencyAssignmentSchema = z.object({
  channel_id: whole,
  enabled_currencies: list(z.string()),
  default_currency: text,
});

/** Channel 1 is the first storefront. */
export const channelSchema = z.object({
  id: z.number(),
  external_id: text,
  name: text,
  /** `storefront`, `pos`, `marketplace` or `marketing`. */
  type: text,
  platform: text,
  status: text,
  is_listable_from_ui: flag,
  is_enabled: flag,
  is_visible: flag,
  icon_url: text,
  date_created: time,
  date_modified: time,
  currencies: currencyAssignmentSchema.nullish(),
});

const listed = {
  channel_id: whole,
  product_id: whole,
  external_id: text,
  state: text,
  name: text,
  description: text,
  date_created: time,
  date_modified: time,
} as const;

/** What of a product a channel shows. */
export const listingSchema = z.object({
  listing_id: z.number(),
  ...listed,
  variants: list(z.object({ ...listed, variant_id: whole })),
});

export const siteSchema = z.object({
  id: z.number(),
  url: text,
  channel_id: whole,
  created_at: time,
  updated_at: time,
  ssl_status: text,
  is_checkout_url_customized: flag,
  urls: list(z.object({ url: text, type: text, created_at: time, updated_at: time })),
});

export const menusSchema = z.object({
  bigcommerce_protected_app_sections: list(z.string()),
  custom_app_sections: list(z.object({ title: text, query_path: text })),
});

export const activeThemeSchema = z.object({
  active_theme_uuid: text,
  active_theme_configuration_uuid: text,
  active_theme_version_uuid: text,
  saved_theme_configuration_uuid: text,
});

export const webhookSchema = z.object({
  id: z.number(),
  client_id: text,
  store_hash: text,
  scope: text,
  destination: text,
  headers: z.record(z.string(), z.string()).nullish(),
  is_active: flag,
  /** Seconds since 1970. */
  created_at: time,
  updated_at: time,
});

/** Which webhooks are deactivated, whom the platform tells, and which domains it blocks for a while. */
export const webhookAdminSchema = z.object({
  emails: list(z.string()),
  hooks_list: list(webhookSchema.extend({ status: text })),
  blocked_domains: list(
    z.object({
      destination: text,
      /** Seconds. */
      time_left: whole,
      reasons: list(z.object({ failure_description: text, count: whole, timestamp: key })),
    }),
  ),
});

export const redirectSchema = z.object({
  id: z.number(),
  site_id: whole,
  from_path: text,
  to: z.object({ type: text, entity_id: key, url: text }).nullish(),
  /** Where included. */
  to_url: text,
});

export type Channel = z.input<typeof channelSchema>;
export type Listing = z.input<typeof listingSchema>;
export type Site = z.input<typeof siteSchema>;
export type Webhook = z.input<typeof webhookSchema>;
export type WebhookAdmin = z.input<typeof webhookAdminSchema>;
export type Redirect = z.input<typeof redirectSchema>;
export type CurrencyAssignment = z.input<typeof currencyAssignmentSchema>;
export type ActiveTheme = z.input<typeof activeThemeSchema>;
