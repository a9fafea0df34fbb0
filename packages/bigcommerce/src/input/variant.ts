import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, flag, id, ids, name, price, text, upTo, whole, word, words } from './kinds.js';

const fields = words;

export const variantFilter = filter({
  id,
  sku: word,
  upc: word,
  'product_id:in': ids,
  include_fields: fields,
  exclude_fields: fields,
});
export const sparse = filter({ include_fields: fields, exclude_fields: fields });

/** Null takes the product's. */
const priced = {
  price: price.nullish(),
  cost_price: price.nullish(),
  sale_price: price.nullish(),
  retail_price: price.nullish(),
  weight: price.nullish(),
  width: price.nullish(),
  height: price.nullish(),
  depth: price.nullish(),
  is_free_shipping: flag.optional(),
  fixed_cost_shipping_price: price.nullish(),
  purchasing_disabled: flag.optional(),
  purchasing_disabled_message: upTo(255).optional(),
  upc: upTo(14).nullish(),
  gtin: upTo(14).nullish(),
  mpn: text.nullish(),
  inventory_level: whole.nullish(),
  inventory_warning_level: count.nullish(),
  bin_picking_number: upTo(255).nullish(),
  image_url: upTo(255).optional(),
};

const readOnly = ['id', 'product_id', 'sku_id', 'calculated_price', 'calculated_weight'] as const;

export const variantInput = input(
  {
    ...priced,
    sku: name(255),
    option_values: z.array(input({ id, option_id: id })),
  },
  { readOnly },
);
export const variantChanges = input(
  { ...priced, sku: upTo(255).optional() },
  { readOnly: [...readOnly, 'option_values'] },
);
