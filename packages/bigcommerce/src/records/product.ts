import { z } from 'zod';
import { decimal, decimalOrEmpty, flag, list, number, text, time, whole } from './kinds.js';
import { modifierSchema, optionSchema } from './option.js';

export const customUrlSchema = z.object({ url: text, is_customized: flag });

export const productImageSchema = z.object({
  id: z.number(),
  product_id: whole,
  is_thumbnail: flag,
  sort_order: whole,
  description: text,
  image_file: text,
  /** The original. */
  image_url: text,
  url_zoom: text,
  url_standard: text,
  url_thumbnail: text,
  url_tiny: text,
  date_modified: time,
});

export const productVideoSchema = z.object({
  id: z.number(),
  product_id: whole,
  title: text,
  description: text,
  sort_order: whole,
  /** `youtube`. */
  type: text,
  video_id: text,
  length: text,
});

export const customFieldSchema = z.object({ id: z.number(), name: text, value: text });

/** `price` takes an amount off each unit, `percent` a part, `fixed` is the new price. A maximum of 0 is none. */
export const bulkPricingRuleSchema = z.object({
  id: z.number(),
  quantity_min: whole,
  quantity_max: whole,
  type: text,
  amount: decimal,
});

export const reviewSchema = z.object({
  id: z.number(),
  title: text,
  text,
  status: text,
  rating: whole,
  email: text,
  name: text,
  date_reviewed: time,
  date_created: time,
  date_modified: time,
});

export const variantSchema = z.object({
  id: z.number(),
  product_id: whole,
  sku: text,
  sku_id: whole,
  /** Null takes the product's, here and in the prices and measures below. */
  price: number,
  cost_price: number,
  sale_price: number,
  retail_price: number,
  map_price: decimalOrEmpty,
  /** With sales and rules, without groups and promotions. */
  calculated_price: number,
  weight: number,
  calculated_weight: number,
  width: number,
  height: number,
  depth: number,
  is_free_shipping: flag,
  fixed_cost_shipping_price: number,
  purchasing_disabled: flag,
  purchasing_disabled_message: text,
  upc: text,
  gtin: text,
  mpn: text,
  image_url: text,
  inventory_level: number,
  inventory_warning_level: number,
  bin_picking_number: text,
  option_values: list(z.object({ id: whole, option_id: whole, option_display_name: text, label: text })),
});

export const productSchema = z.object({
  id: z.number(),
  name: text,
  /** `physical` or `digital`. */
  type: text,
  sku: text,
  /** HTML. */
  description: text,
  weight: number,
  width: number,
  depth: number,
  height: number,
  /** In the store's default currency, with tax or without by its settings. */
  price: number,
  /** 0 is none, here and in the three below. */
  cost_price: number,
  retail_price: number,
  sale_price: number,
  map_price: number,
  calculated_price: number,
  tax_class_id: whole,
  product_tax_code: text,
  categories: list(z.number()),
  /** 0 for none. */
  brand_id: whole,
  option_set_id: whole,
  option_set_display: text,
  inventory_level: number,
  inventory_warning_level: number,
  /** `none`, `product` or `variant`. */
  inventory_tracking: text,
  reviews_rating_sum: number,
  reviews_count: whole,
  total_sold: whole,
  fixed_cost_shipping_price: number,
  is_free_shipping: flag,
  is_visible: flag,
  is_featured: flag,
  related_products: list(z.number()),
  warranty: text,
  bin_picking_number: text,
  layout_file: text,
  upc: text,
  mpn: text,
  gtin: text,
  search_keywords: text,
  /** `available`, `disabled` or `preorder`. */
  availability: text,
  availability_description: text,
  gift_wrapping_options_type: text,
  gift_wrapping_options_list: list(z.number()),
  sort_order: whole,
  condition: text,
  is_condition_shown: flag,
  order_quantity_minimum: whole,
  order_quantity_maximum: whole,
  page_title: text,
  meta_keywords: list(z.string()),
  meta_description: text,
  date_created: time,
  date_modified: time,
  date_last_imported: time,
  view_count: whole,
  preorder_release_date: time,
  preorder_message: text,
  is_preorder_only: flag,
  is_price_hidden: flag,
  price_hidden_label: text,
  custom_url: customUrlSchema.nullish(),
  /** The only variant of a product without options. */
  base_variant_id: whole,
  open_graph_type: text,
  open_graph_title: text,
  open_graph_description: text,
  open_graph_use_meta_description: flag,
  open_graph_use_product_name: flag,
  open_graph_use_image: flag,
  /** Where included. */
  variants: list(variantSchema),
  images: list(productImageSchema),
  primary_image: productImageSchema.nullish(),
  videos: list(productVideoSchema),
  custom_fields: list(customFieldSchema),
  bulk_pricing_rules: list(bulkPricingRuleSchema),
  reviews: list(reviewSchema),
  options: list(optionSchema),
  modifiers: list(modifierSchema),
  parent_relations: list(z.object({ type: text, product_id: whole, attribute_id: whole })),
  channels: list(z.number()),
});

export const complexRuleSchema = z.object({
  id: z.number(),
  product_id: whole,
  sort_order: whole,
  enabled: flag,
  stop: flag,
  purchasing_disabled: flag,
  purchasing_disabled_message: text,
  purchasing_hidden: flag,
  image_url: text,
  price_adjuster: z.object({ adjuster: text, adjuster_value: number }).nullish(),
  weight_adjuster: z.object({ adjuster: text, adjuster_value: number }).nullish(),
  conditions: list(
    z.object({ id: whole, rule_id: whole, modifier_id: whole, modifier_value_id: whole, variant_id: whole }),
  ),
});

export const channelAssignmentSchema = z.object({ product_id: z.number(), channel_id: z.number() });
export const categoryAssignmentSchema = z.object({ product_id: z.number(), category_id: z.number() });

export const catalogSummarySchema = z.object({
  inventory_count: number,
  inventory_value: decimal,
  variant_count: whole,
  primary_category_id: whole,
  primary_category_name: text,
  highest_variant_price: decimal,
  average_variant_price: decimal,
  lowest_variant_price: decimal,
  oldest_variant_date: time,
  newest_variant_date: time,
});

export type Product = z.input<typeof productSchema>;
export type Variant = z.input<typeof variantSchema>;
export type ProductImage = z.input<typeof productImageSchema>;
export type ProductVideo = z.input<typeof productVideoSchema>;
export type CustomField = z.input<typeof customFieldSchema>;
export type BulkPricingRule = z.input<typeof bulkPricingRuleSchema>;
export type Review = z.input<typeof reviewSchema>;
export type ComplexRule = z.input<typeof complexRuleSchema>;
export type CatalogSummary = z.input<typeof catalogSummarySchema>;
