import { z } from 'zod';
import { anything, decimal, flag, key, list, text, time, whole } from './kinds.js';
import type { OptionSet, Sku, SkuRule } from './legacy-catalog.js';
import { linkTo } from './link.js';

/** A product of V2. What belongs to it stands elsewhere: `client.follow` fetches it. */
export const legacyProductSchema = z.object({
  id: z.number(),
  name: text,
  type: text,
  sku: text,
  description: text,
  availability: text,
  availability_description: text,
  price: decimal,
  cost_price: decimal,
  retail_price: decimal,
  sale_price: decimal,
  calculated_price: decimal,
  sort_order: whole,
  is_visible: flag,
  is_featured: flag,
  inventory_level: key,
  inventory_warning_level: key,
  /** `none`, `simple` or `sku`. */
  inventory_tracking: text,
  weight: decimal,
  width: decimal,
  height: decimal,
  depth: decimal,
  categories: list(z.number()),
  brand_id: key,
  tax_class_id: whole,
  upc: text,
  date_created: time,
  date_modified: time,
  total_sold: whole,
  custom_url: text,
  primary_image: anything,
  brand: linkTo<LegacyBrand>().nullish(),
  images: linkTo().nullish(),
  skus: linkTo<Sku>().nullish(),
  rules: linkTo<SkuRule>().nullish(),
  option_set: linkTo<OptionSet>().nullish(),
  options: linkTo().nullish(),
  custom_fields: linkTo().nullish(),
  videos: linkTo().nullish(),
});

export const legacyBrandSchema = z.object({
  id: z.number(),
  name: text,
  page_title: text,
  meta_keywords: text,
  meta_description: text,
  image_file: text,
  search_keywords: text,
});

export const legacyRedirectSchema = z.object({
  id: z.number(),
  path: text,
  forward: z.object({ type: text, ref: key }).nullish(),
  url: text,
});

export type LegacyProduct = z.input<typeof legacyProductSchema>;
export type LegacyBrand = z.input<typeof legacyBrandSchema>;
export type LegacyRedirect = z.input<typeof legacyRedirectSchema>;
