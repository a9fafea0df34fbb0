import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, flag, id, name, number, oneOf, text, upTo, whole } from './kinds.js';

const config = input({
  default_value: text.optional(),
  checked_by_default: flag.optional(),
  checkbox_label: text.optional(),
  date_limited: flag.optional(),
  date_limit_mode: oneOf('earliest', 'range', 'latest').optional(),
  date_earliest_value: text.optional(),
  date_latest_value: text.optional(),
  file_types_mode: oneOf('specific', 'all').optional(),
  file_types_supported: z.array(text).optional(),
  file_types_other: z.array(text).optional(),
  file_max_size: count.optional(),
  text_characters_limited: flag.optional(),
  text_min_length: count.optional(),
  text_max_length: count.optional(),
  text_lines_limited: flag.optional(),
  text_max_lines: count.optional(),
  number_limited: flag.optional(),
  number_limit_mode: oneOf('lowest', 'highest', 'range').optional(),
  number_lowest_value: number.optional(),
  number_highest_value: number.optional(),
  number_integers_only: flag.optional(),
  product_list_adjusts_inventory: flag.optional(),
  product_list_adjusts_pricing: flag.optional(),
  product_list_shipping_calc: oneOf('none', 'weight', 'package').optional(),
}).optional();

const variantTypes = [
  'radio_buttons',
  'rectangles',
  'dropdown',
  'product_list',
  'product_list_with_images',
  'swatch',
] as const;

const valueFields = {
  label: upTo(255).min(1),
  sort_order: whole,
  is_default: flag.optional(),
  /** By type: `{ colors: ['#fff'] }` of a swatch, `{ product_id: 7 }` of a product list. */
  value_data: z.record(z.string(), z.unknown()).nullish(),
};

export const optionValueInput = input(valueFields, { readOnly: ['id'] });
export const optionValueChanges = optionValueInput.partial();

export const optionInput = input(
  {
    display_name: name(255),
    type: oneOf(...variantTypes),
    config,
    sort_order: whole.optional(),
    option_values: z.array(optionValueInput).max(250).optional(),
  },
  { readOnly: ['id', 'product_id', 'name'] },
);
export const optionChanges = input(
  { ...optionInput.shape, option_values: z.array(input({ ...valueFields, id: id.optional() })).optional() },
  { readOnly: ['id', 'product_id', 'name'] },
).partial();

const adjuster = input({ adjuster: oneOf('relative', 'percentage').nullable(), adjuster_value: number }).optional();

const modifierValueFields = {
  ...valueFields,
  adjusters: input({
    price: adjuster,
    weight: adjuster,
    image_url: text.optional(),
    purchasing_disabled: input({ status: flag, message: text.optional() }).optional(),
  }).optional(),
};

export const modifierValueInput = input(modifierValueFields, { readOnly: ['id', 'option_id'] });
export const modifierValueChanges = modifierValueInput.partial();

export const modifierInput = input(
  {
    type: oneOf('date', 'checkbox', 'file', 'text', 'multi_line_text', 'numbers_only_text', ...variantTypes),
    required: flag,
    display_name: name(255),
    sort_order: whole.optional(),
    config,
    option_values: z.array(modifierValueInput).optional(),
  },
  { readOnly: ['id', 'product_id', 'name'] },
);
export const modifierChanges = input(
  { ...modifierInput.shape, option_values: z.array(input({ ...modifierValueFields, id: id.optional() })).optional() },
  { readOnly: ['id', 'product_id', 'name'] },
).partial();
