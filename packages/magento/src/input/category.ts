import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { attributeValues, extension, id, sku, words, yes } from './values.js';

const category = {
  name: words,
  parent_id: id,
  is_active: yes.default(true),
  position: z.number().int().nonnegative().optional(),
  include_in_menu: yes.optional(),
  available_sort_by: z.array(words).optional(),
  /** `{ description: '…', url_key: '…' }`, or the shop’s own list of codes and values. */
  custom_attributes: attributeValues.optional(),
  extension_attributes: extension.optional(),
};
const readOnly = ['id', 'level', 'path', 'children', 'created_at', 'updated_at', 'product_count'] as const;

export const categoryInput = input(category, { readOnly });
/** Another parent goes by `move`. */
export const categoryChanges = input(
  {
    ...category,
    name: words.optional(),
    is_active: yes.optional(),
    parent_id: z.never({ error: 'read-only: use categories.move' }).optional(),
  },
  { readOnly },
);

export const categoryProductInput = input({ sku, position: z.number().int().nonnegative().default(0) });

export type CategoryInput = z.input<typeof categoryInput>;
export type CategoryChanges = z.input<typeof categoryChanges>;
export type CategoryProductInput = z.input<typeof categoryProductInput>;
