import { z } from 'zod';
import { nativeIdSchema, nativeListSchema, nativeTextSchema } from './scalars.js';

export const nativeCategorySchema = z.object({
  id: nativeIdSchema,
  parentId: nativeTextSchema,
  name: nativeTextSchema,
  /** From the root down, the category itself the last; not in every answer. */
  pathIds: nativeListSchema(nativeTextSchema),
  path: nativeListSchema(nativeTextSchema),
  childrenIds: nativeListSchema(nativeTextSchema),
  status: nativeTextSchema,
});

/** A category with its parents up to the root, root first; null where the other categories are not known. */
export const nativeCategoryBodySchema = z.object({
  category: nativeCategorySchema,
  ancestors: z.array(z.object({ id: z.string(), name: z.string().nullable() })).nullable(),
});

export type NativeCategory = z.infer<typeof nativeCategorySchema>;
export type NativeCategoryBody = z.infer<typeof nativeCategoryBodySchema>;
