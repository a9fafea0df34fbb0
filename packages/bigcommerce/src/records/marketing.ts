import { z } from 'zod';
import { decimal, flag, flagLike, key, list, text, time, whole } from './kinds.js';

export const couponSchema = z.object({
  id: z.number(),
  name: text,
  code: text,
  type: text,
  /** Money, or percent. */
  amount: decimal,
  min_purchase: decimal,
  /** Blank for never. */
  expires: text,
  enabled: flag,
  date_created: text,
  num_uses: whole,
  /** 0 for no limit. */
  max_uses: whole,
  max_uses_per_customer: whole,
  /** The id 0 for all. */
  applies_to: z.object({ ids: list(z.number()), entity: text }).nullish(),
  restricted_to: z
    .union([z.object({ countries: z.union([z.string(), z.array(z.string())]).nullish() }), z.array(z.unknown())])
    .nullish(),
  shipping_methods: z.union([z.array(z.string()), z.object({})]).nullish(),
});

export const giftCertificateSchema = z.object({
  id: z.number(),
  code: text,
  amount: decimal,
  balance: decimal,
  currency_code: text,
  /** `active`, `pending`, `disabled` or `expired`. */
  status: text,
  /** 0 for none. */
  customer_id: whole,
  order_id: whole,
  to_name: text,
  to_email: text,
  from_name: text,
  from_email: text,
  template: text,
  message: text,
  /** Seconds since 1970 as text; `"0"` for none. */
  purchase_date: time,
  expiry_date: time,
});

export const bannerSchema = z.object({
  id: z.number(),
  name: text,
  content: text,
  page: text,
  location: text,
  date_created: key,
  date_type: text,
  date_from: key,
  date_to: key,
  /** `"0"` or `"1"`. */
  visible: flagLike,
  item_id: key,
});

export type Coupon = z.input<typeof couponSchema>;
export type GiftCertificate = z.input<typeof giftCertificateSchema>;
export type Banner = z.input<typeof bannerSchema>;
