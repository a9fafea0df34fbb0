import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, flag, id, ids, name, oneOf, text, upTo, whole, word, words } from './kinds.js';

const ranges = { 'id:min': id, 'id:max': id, 'id:greater': id, 'id:less': id };
const sparse = { include_fields: words, exclude_fields: words };

const brandConditions = {
  id,
  'id:in': ids,
  'id:not_in': ids,
  ...ranges,
  name: word,
  'name:like': word,
  page_title: word,
};
export const brandFilter = filter({
  ...brandConditions,
  ...sparse,
  sort: oneOf('name'),
  direction: oneOf('asc', 'desc'),
});
/** The platform deletes brands by these alone. */
export const brandCondition = filter({ name: word, page_title: word });

const customUrl = input({ url: upTo(1024).min(1), is_customized: flag.optional() }).optional();
const meta = {
  page_title: upTo(255).optional(),
  meta_keywords: z.array(text).optional(),
  meta_description: upTo(65_535).optional(),
  image_url: text.optional(),
};

export const brandInput = input(
  { ...meta, name: name(255), search_keywords: upTo(65_535).optional(), custom_url: customUrl },
  { readOnly: ['id'] },
);
export const brandChanges = brandInput.partial();

export const categoryCondition = filter({
  'category_uuid:in': words,
  'category_id:in': ids,
  'tree_id:in': ids,
  'parent_id:in': ids,
});
export const categoryFilter = filter({
  ...sparse,
  'category_uuid:in': words,
  'category_uuid:not_in': words,
  'category_id:in': ids,
  'category_id:not_in': ids,
  'tree_id:in': ids,
  'tree_id:not_in': ids,
  'parent_id:in': ids,
  'parent_id:not_in': ids,
  page_title: word,
  'page_title:like': word,
  name: word,
  'name:like': word,
  keyword: word,
  is_visible: flag,
});

const categoryFields = {
  ...meta,
  name: name(50),
  parent_id: id.optional(),
  description: text.optional(),
  views: count.optional(),
  sort_order: whole.optional(),
  layout_file: upTo(50).optional(),
  is_visible: flag.optional(),
  search_keywords: upTo(255).optional(),
  default_product_sort: oneOf(
    'use_store_settings',
    'featured',
    'newest',
    'best_selling',
    'alpha_asc',
    'alpha_desc',
    'avg_customer_review',
    'price_asc',
    'price_desc',
  ).optional(),
};

/** A root names its tree, any other its parent. */
export const categoryInput = input(
  {
    ...categoryFields,
    tree_id: id.optional(),
    url: input({ path: upTo(255).min(1), is_customized: flag.optional() }).optional(),
  },
  { readOnly: ['category_id', 'category_uuid'] },
).refine(({ tree_id, parent_id }) => tree_id !== undefined || (parent_id ?? 0) > 0, {
  error: 'give tree_id for a root, or parent_id',
  path: ['tree_id'],
});
export const categoryChanges = input(
  {
    ...categoryFields,
    name: name(50).optional(),
    tree_id: id.optional(),
    url: input({ path: upTo(255).min(1), is_customized: flag.optional() }).optional(),
  },
  { readOnly: ['category_uuid'] },
);

const legacyConditions = {
  id,
  'id:in': ids,
  'id:not_in': ids,
  ...ranges,
  name: word,
  'name:like': word,
  parent_id: id,
  'parent_id:in': ids,
  'parent_id:min': id,
  'parent_id:max': id,
  'parent_id:greater': id,
  'parent_id:less': id,
  page_title: word,
  'page_title:like': word,
  keyword: word,
  is_visible: flag,
};
export const legacyCategoryCondition = filter(legacyConditions);
export const legacyCategoryFilter = filter({
  ...legacyConditions,
  ...sparse,
  sort: oneOf('name', 'id', 'parent_id', 'sort_order'),
});
export const legacyCategoryInput = input(
  { ...categoryFields, parent_id: id, layout_file: upTo(500).optional(), custom_url: customUrl },
  { readOnly: ['id'] },
);
export const legacyCategoryChanges = legacyCategoryInput.partial();

export const treeFilter = filter({ 'id:in': ids, 'channel_id:in': ids });
/** With `id` a tree changes, without it is made. */
export const treeRow = input({
  id: id.optional(),
  name: name(255).optional(),
  channels: z.array(id).optional(),
});
export const depthFilter = filter({ depth: count });
export const sortOrderRow = input({ product_id: id, sort_order: count });
