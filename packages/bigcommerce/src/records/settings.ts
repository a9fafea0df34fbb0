import { z } from 'zod';
import { anything, flag, key, list, text, whole } from './kinds.js';

const addresses = z.object({ email_addresses: list(z.string()) }).nullish();

export const orderSettingsSchema = z.object({
  notifications: z.object({ order_placed: addresses, forward_invoice: addresses }).nullish(),
});

export const customerSettingsSchema = z.object({
  privacy_settings: z.object({ ask_shopper_for_tracking_consent: flag, policy_url: text }).nullish(),
  customer_group_settings: z.object({ guest_customer_group_id: whole, default_customer_group_id: whole }).nullish(),
  allow_global_logins: flag,
});

/** Settings are given as they are; what each group holds is what it takes. */
export const settingsSchema = z.record(z.string(), z.unknown());

export const analyticsSchema = z.object({
  id: key,
  name: text,
  code: text,
  enabled: flag,
  is_oauth_connected: anything,
  data_tag_enabled: flag,
  version: key,
});
export type Analytics = z.input<typeof analyticsSchema>;
