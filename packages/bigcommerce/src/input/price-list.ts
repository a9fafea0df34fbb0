import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  count,
  cursorFilter,
  filter,
  flag,
  id,
  ids,
  instant,
  number,
  oneOf,
  price,
  someOf,
  text,
  word,
  words,
} from './kinds.js';

const dates = {
  date_created: instant,
  'date_created:min': instant,
  'date_created:max': instant,
  date_modified: instant,
  'date_modified:min': instant,
  'date_modified:max': instant,
};

export const priceListFilter = cursorFilter({ 'id:in': ids, name: word, 'name:like': word, ...dates });
export const priceListCondition = filter({ 'id:in': ids, name: word });
export const priceListInput = input(
  { name: word, active: flag.optional() },
  { readOnly: ['id', 'date_created', 'date_modified'] },
);
export const priceListChanges = priceListInput.partial();

const amounts = Object.fromEntries(
  ['price', 'sale_price', 'retail_price', 'map_price', 'calculated_price'].flatMap(name =>
    [name, `${name}:min`, `${name}:max`].map(key => [key, number]),
  ),
) as Record<
  `${'price' | 'sale_price' | 'retail_price' | 'map_price' | 'calculated_price'}${'' | ':min' | ':max'}`,
  typeof number
>;

const include = someOf('bulk_pricing_tiers', 'sku');
export const priceRecordShape = filter({ include }).all;
export const priceRecordFilter = cursorFilter({
  'variant_id:in': ids,
  'product_id:in': ids,
  sku: word,
  'sku:in': words,
  currency: word,
  'currency:in': words,
  include,
  ...amounts,
  ...dates,
});
export const priceRecordCondition = filter({ 'variant_id:in': ids, 'sku:in': words, currency: word });

const readOnly = ['product_id', 'calculated_price', 'date_created', 'date_modified'] as const;

export const priceRecordChanges = input(
  {
    price: price.optional(),
    sale_price: price.optional(),
    retail_price: price.optional(),
    map_price: price.optional(),
    bulk_pricing_tiers: z
      .array(
        input({
          quantity_min: count,
          quantity_max: count.optional(),
          type: oneOf('fixed', 'price', 'percent'),
          amount: number,
        }),
      )
      .optional(),
  },
  { readOnly },
);

const currency = z.string().length(3);

/** Of one price list; the variant by its id or its SKU. */
export const priceRecordRow = input(
  { ...priceRecordChanges.shape, variant_id: id.optional(), sku: text.optional(), currency },
  { readOnly },
).refine(({ variant_id, sku }) => variant_id !== undefined || sku !== undefined, {
  error: 'give variant_id or sku',
  path: ['variant_id'],
});

/** Of any price list. */
export const anyPriceRecordRow = input(
  { ...priceRecordChanges.shape, price_list_id: id, variant_id: id.optional(), sku: text.optional(), currency },
  { readOnly },
).refine(({ variant_id, sku }) => variant_id !== undefined || sku !== undefined, {
  error: 'give variant_id or sku',
  path: ['variant_id'],
});

export const assignmentFilter = cursorFilter({
  id,
  'id:in': ids,
  price_list_id: id,
  'price_list_id:in': ids,
  customer_group_id: id,
  'customer_group_id:in': ids,
  channel_id: id,
  'channel_id:in': ids,
});
export const assignmentCondition = filter({
  id,
  price_list_id: id,
  customer_group_id: id,
  channel_id: id,
  'channel_id:in': ids,
});
export const assignmentInput = input(
  { price_list_id: id, customer_group_id: id.optional(), channel_id: id.optional() },
  { readOnly: ['id'] },
);
export const assignmentChanges = input({ customer_group_id: id, channel_id: id });
