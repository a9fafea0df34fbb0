import { z } from 'zod';
import { flagScalar, scalar } from './loose.js';

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
