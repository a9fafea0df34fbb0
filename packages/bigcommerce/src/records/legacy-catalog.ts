import { z } from 'zod';
import { anything, decimal, flag, key, list, text, whole } from './kinds.js';
import { linkTo } from './link.js';

/** Shared by products, before each had options of its own. */
export const sharedOptionSchema = z.object({
  id: z.number(),
  name: text,
  display_name: text,
  /** A code: `CS` swatch, `RB` radio buttons, `RT` rectangles, `S` drop-down… */
  type: text,
  values: linkTo<SharedOptionValue>().nullish(),
});

export const sharedOptionValueSchema = z.object({
  id: z.number(),
  option_id: whole,
  label: text,
  sort_order: whole,
  value: text,
  is_default: flag,
});

export const optionSetSchema = z.object({ id: z.number(), name: text, options: linkTo<OptionSetOption>().nullish() });

export const optionSetOptionSchema = z.object({
  id: z.number(),
  option_id: whole,
  option_set_id: whole,
  display_name: text,
  sort_order: whole,
  is_required: flag,
  option: linkTo<SharedOption>().nullish(),
  values: anything,
});

export const skuSchema = z.object({
  id: z.number(),
  product_id: whole,
  sku: text,
  cost_price: decimal,
  price: decimal,
  adjusted_price: decimal,
  weight: decimal,
  adjusted_weight: decimal,
  upc: text,
  inventory_level: key,
  inventory_warning_level: key,
  bin_picking_number: text,
  is_purchasing_disabled: flag,
  purchasing_disabled_message: text,
  image_file: text,
  options: list(z.object({ product_option_id: whole, option_value_id: whole })),
});

const adjuster = z.object({ adjuster: text, adjuster_value: decimal }).nullish();

export const skuRuleSchema = z.object({
  id: z.number(),
  product_id: whole,
  sort_order: whole,
  is_enabled: flag,
  is_stop: flag,
  price_adjuster: adjuster,
  weight_adjuster: adjuster,
  is_purchasing_disabled: flag,
  purchasing_disabled_message: text,
  is_purchasing_hidden: flag,
  image_file: text,
  conditions: list(z.object({ product_option_id: whole, option_value_id: whole, sku_id: whole })),
});

export type SharedOption = z.input<typeof sharedOptionSchema>;
export type SharedOptionValue = z.input<typeof sharedOptionValueSchema>;
export type OptionSet = z.input<typeof optionSetSchema>;
export type OptionSetOption = z.input<typeof optionSetOptionSchema>;
export type Sku = z.input<typeof skuSchema>;
export type SkuRule = z.input<typeof skuRuleSchema>;
