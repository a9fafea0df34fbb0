import { z } from 'zod';
import { flag, list, text, whole } from './kinds.js';
import { customUrlSchema } from './product.js';

export const brandSchema = z.object({
  id: z.number(),
  name: text,
  page_title: text,
  meta_keywords: list(z.string()),
  meta_description: text,
  search_keywords: text,
  image_url: text,
  custom_url: customUrlSchema.nullish(),
});

const categoryShape = {
  /** 0 for a root. */
  parent_id: whole,
  name: text,
  description: text,
  views: whole,
  sort_order: whole,
  page_title: text,
  meta_keywords: list(z.string()),
  meta_description: text,
  layout_file: text,
  image_url: text,
  is_visible: flag,
  search_keywords: text,
  default_product_sort: text,
} as const;

/** Of any tree. */
export const categorySchema = z.object({
  category_id: z.number(),
  category_uuid: text,
  tree_id: whole,
  ...categoryShape,
  url: z.object({ path: text, is_customized: flag }).nullish(),
});

/** Of the default tree, by the older endpoint. */
export const legacyCategorySchema = z.object({
  id: z.number(),
  ...categoryShape,
  custom_url: customUrlSchema.nullish(),
});

export const treeSchema = z.object({ id: z.number(), name: text, channels: list(z.number()) });

const branchShape = {
  id: z.number(),
  parent_id: whole,
  depth: whole,
  path: list(z.number()),
  name: text,
  is_visible: flag,
  url: text,
} as const;

/** A category with those below it. */
export interface Branch extends z.input<z.ZodObject<typeof branchShape>> {
  readonly children?: Branch[] | null | undefined;
}

export const branchSchema: z.ZodType<Branch, Branch> = z.object({
  ...branchShape,
  children: z.lazy(() => z.array(branchSchema)).nullish(),
});

export const sortOrderSchema = z.object({ product_id: z.number(), sort_order: whole });

export type Brand = z.input<typeof brandSchema>;
export type Category = z.input<typeof categorySchema>;
export type LegacyCategory = z.input<typeof legacyCategorySchema>;
export type CategoryTree = z.input<typeof treeSchema>;
export type SortOrder = z.input<typeof sortOrderSchema>;
