import { z } from 'zod';
import { anything, flag, list, number, text, whole } from './kinds.js';

const adjuster = z.object({ adjuster: text, adjuster_value: number }).nullish();

export const optionValueSchema = z.object({
  id: z.number(),
  label: text,
  sort_order: whole,
  is_default: flag,
  /** By type: colors of a swatch, the product of a product list. */
  value_data: anything,
});

export const modifierValueSchema = optionValueSchema.extend({
  option_id: whole,
  adjusters: z
    .object({
      price: adjuster,
      weight: adjuster,
      image_url: text,
      purchasing_disabled: z.object({ status: flag, message: text }).nullish(),
    })
    .nullish(),
});

/** An axis along which a product has variants. */
export const optionSchema = z.object({
  id: whole,
  product_id: whole,
  name: text,
  display_name: text,
  type: text,
  config: anything,
  sort_order: whole,
  option_values: list(optionValueSchema),
});

/** A choice that makes no variant. */
export const modifierSchema = z.object({
  id: z.number(),
  product_id: whole,
  name: text,
  display_name: text,
  type: text,
  required: flag,
  config: anything,
  sort_order: whole,
  option_values: list(modifierValueSchema),
});

export const imageSchema = z.object({ image_url: text });

export type ProductOption = z.input<typeof optionSchema>;
export type OptionValue = z.input<typeof optionValueSchema>;
export type Modifier = z.input<typeof modifierSchema>;
export type ModifierValue = z.input<typeof modifierValueSchema>;
