import { z } from 'zod';
import { scalar } from './loose.js';

const nativeCategorySchema = z.object({
  category_id: scalar,
  /** What the older list of categories calls it. */
  id: scalar,
  /** 0 for a root. */
  parent_id: scalar,
  name: scalar,
  is_visible: scalar,
});

/** What is wrong with a name of a parent is no fault of the category. */
const nativeParentSchema = nativeCategorySchema.extend({ name: scalar.catch(null) }).omit({ is_visible: true });

/** A category with those above it, root first, and the ids of those right below it. */
export const categoryBodySchema = z.object({
  category: nativeCategorySchema,
  parents: z.array(nativeParentSchema).nullish(),
  childIds: z.array(scalar).nullish(),
});

export type NativeCategory = z.infer<typeof nativeCategorySchema>;
export type NativeParentCategory = z.infer<typeof nativeParentSchema>;
export type CategoryBody = z.infer<typeof categoryBodySchema>;

export interface NativeCategoryTree {
  readonly id?: unknown;
  readonly name?: unknown;
  /** Ids of the channels that show it. */
  readonly channels?: unknown;
}
