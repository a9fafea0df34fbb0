import { z } from 'zod';
import { flag, list, text, whole } from './kinds.js';

/** A category of V2. */
export const categoryOfV2Schema = z.object({
  id: z.number(),
  /** 0 for a root. */
  parent_id: whole,
  /** The ids of those above it and its own, root first. */
  parent_category_list: list(z.number()),
  name: text,
  description: text,
  sort_order: whole,
  page_title: text,
  meta_keywords: text,
  meta_description: text,
  layout_file: text,
  image_file: text,
  is_visible: flag,
  search_keywords: text,
  url: text,
});

export type CategoryOfV2 = z.input<typeof categoryOfV2Schema>;
