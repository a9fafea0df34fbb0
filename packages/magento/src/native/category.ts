import { z } from 'zod';
import { customAttributeSchema } from './attribute.js';
import { fields } from './fields.js';
import { flagScalar, list, type Scalar, scalar, scalars } from './loose.js';

const categorySchema = z.object({
  id: scalar,
  name: scalar,
  is_active: flagScalar,
  /** Ids joined by commas. */
  children: scalar,
  created_at: scalar,
  updated_at: scalar,
});

/** A category with those above it, from the root of its tree down. */
export const categoryBodySchema = z.object({
  category: categorySchema,
  ancestors: z.array(z.object({ id: scalar, name: scalar })),
});

export type CategoryBody = z.infer<typeof categoryBodySchema>;
/** `path` holds the ids from the hidden root (1) down to the category itself, joined by slashes. */
export type NativeCategory = z.infer<typeof categorySchema> & { readonly path?: unknown };

/** What a client shows of a category beyond what the model takes of it. `level` 0 is the hidden root, 1 the root of a store. */
export const categoryRecordSchema = categorySchema.extend({
  ...fields(scalar, 'parent_id path position level'),
  include_in_menu: flagScalar,
  available_sort_by: scalars,
  custom_attributes: list(customAttributeSchema),
});

export interface CategoryTree {
  readonly id?: Scalar;
  readonly parent_id?: Scalar;
  readonly name?: Scalar;
  readonly is_active?: unknown;
  readonly position?: Scalar;
  readonly level?: Scalar;
  readonly product_count?: Scalar;
  readonly children_data?: readonly CategoryTree[] | null;
}

export const categoryProductSchema = z.object(fields(scalar, 'sku position category_id'));
