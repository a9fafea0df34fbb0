import { z } from 'zod';
import { recordFields } from './record.js';
import { textSchema } from './scalars.js';

/** A node of the tree by which the shop groups its products. */
export const productCategorySchema = z.strictObject({
  ...recordFields,
  name: textSchema.nullable(),
  /** From the root down; the immediate parent is the last. Empty for a root. */
  ancestors: z.array(z.strictObject({ id: textSchema, name: textSchema.nullable() })),
  hasChildren: z.boolean(),
  status: z.enum(['published', 'unpublished', 'unknown']),
});

export type ProductCategory = z.infer<typeof productCategorySchema>;
