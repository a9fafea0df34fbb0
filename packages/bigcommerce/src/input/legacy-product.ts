import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { filter, flag, id, instant, money, name, oneOf, text, upTo, whole, word } from './kinds.js';

const conditions = {
  min_id: id,
  max_id: id,
  name: word,
  sku: word,
  description: word,
  condition: word,
  availability: word,
  brand_id: id,
  category: id,
  min_date_created: instant,
  max_date_created: instant,
  min_date_modified: instant,
  max_date_modified: instant,
  min_price: z.number(),
  max_price: z.number(),
  min_inventory_level: whole,
  max_inventory_level: whole,
  is_visible: flag,
  is_featured: flag,
};
export const legacyProductFilter = filter(conditions);

export const legacyProductInput = input(
  {
    name: name(250),
    type: oneOf('physical', 'digital', 'giftcertificate'),
    price: money,
    weight: money,
    categories: z.array(id).min(1),
    availability: oneOf('available', 'disabled', 'preorder'),
    sku: upTo(255).optional(),
    description: text.optional(),
    availability_description: text.optional(),
    cost_price: money.optional(),
    retail_price: money.optional(),
    sale_price: money.optional(),
    sort_order: whole.optional(),
    is_visible: flag.optional(),
    is_featured: flag.optional(),
    inventory_level: whole.optional(),
    inventory_warning_level: whole.optional(),
    inventory_tracking: oneOf('none', 'simple', 'sku').optional(),
    width: money.optional(),
    height: money.optional(),
    depth: money.optional(),
    brand_id: id.optional(),
    tax_class_id: id.optional(),
    option_set_id: id.optional(),
    upc: text.optional(),
    page_title: text.optional(),
    meta_keywords: text.optional(),
    meta_description: text.optional(),
    search_keywords: text.optional(),
    custom_url: text.optional(),
  },
  { readOnly: ['id', 'date_created', 'date_modified', 'total_sold', 'calculated_price', 'primary_image'] },
);
export const legacyProductChanges = legacyProductInput.partial();

const meta = {
  page_title: text.optional(),
  meta_keywords: text.optional(),
  meta_description: text.optional(),
  search_keywords: text.optional(),
};

export const legacyBrandFilter = filter({ min_id: id, max_id: id, name: word });
export const legacyBrandInput = input({ ...meta, name: word, image_file: text.optional() }, { readOnly: ['id'] });
export const legacyBrandChanges = legacyBrandInput.partial();

export const categoryOfV2Filter = filter({ min_id: id, max_id: id, name: word, parent_id: id, is_visible: flag });
export const categoryOfV2Input = input(
  {
    ...meta,
    name: name(50),
    parent_id: id.optional(),
    description: text.optional(),
    sort_order: whole.optional(),
    layout_file: text.optional(),
    image_file: text.optional(),
    is_visible: flag.optional(),
    url: text.optional(),
  },
  { readOnly: ['id', 'parent_category_list'] },
);
export const categoryOfV2Changes = categoryOfV2Input.partial();

export const legacyRedirectInput = input(
  {
    path: word,
    forward: z.union([
      input({ type: oneOf('product', 'category', 'brand', 'page'), ref: id }),
      input({ type: z.literal('manual'), ref: word }),
    ]),
  },
  { readOnly: ['id', 'url'] },
);
export const legacyRedirectChanges = legacyRedirectInput.partial();
