import { z } from 'zod';
import { anything, flag, list, text, time, whole } from './kinds.js';

export const blogPostSchema = z.object({
  id: z.number(),
  title: text,
  url: text,
  preview_url: text,
  /** HTML. */
  body: text,
  tags: list(z.string()),
  summary: text,
  is_published: flag,
  /** RFC 2822, or an object of the date and its zone. */
  published_date: anything,
  published_date_iso8601: time,
  meta_description: text,
  meta_keywords: text,
  author: text,
  thumbnail_path: text,
});

export const blogTagSchema = z.object({ tag: z.string(), post_ids: list(z.number()) });

export const pageSchema = z.object({
  id: z.number(),
  channel_id: whole,
  name: text,
  /** `page`, `raw`, `contact_form`, `feed`, `link` or `blog`. */
  type: text,
  is_visible: flag,
  parent_id: whole,
  sort_order: whole,
  /** Where included. */
  body: text,
  is_homepage: flag,
  is_customers_only: flag,
  url: text,
  link: text,
  feed: text,
  email: text,
  contact_fields: anything,
  meta_title: text,
  meta_keywords: text,
  meta_description: text,
  search_keywords: text,
});

export const legacyPageSchema = pageSchema
  .omit({ meta_title: true })
  .extend({ page_title: text, has_mobile_version: flag });

export type BlogPost = z.input<typeof blogPostSchema>;
export type BlogTag = z.input<typeof blogTagSchema>;
export type ContentPage = z.input<typeof pageSchema>;
