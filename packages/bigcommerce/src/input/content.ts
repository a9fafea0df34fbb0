import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { filter, flag, id, ids, instant, name, oneOf, someOf, text, whole, word } from './kinds.js';

export const blogPostFilter = filter({
  is_published: flag,
  url: word,
  tag: word,
  published_date: instant,
});
export const blogPostInput = input(
  {
    title: word,
    body: text,
    url: text.optional(),
    tags: z.array(text).optional(),
    is_published: flag.optional(),
    /** RFC 2822. */
    published_date: text.optional(),
    meta_description: text.optional(),
    meta_keywords: text.optional(),
    author: text.optional(),
    thumbnail_path: text.optional(),
  },
  { readOnly: ['id', 'preview_url', 'summary', 'published_date_iso8601'] },
);
export const blogPostChanges = blogPostInput.partial();

const type = oneOf('page', 'raw', 'contact_form', 'feed', 'link', 'blog');
const include = someOf('body');

export const pageShape = filter({ include }).all;
export const pageFilter = filter({
  'id:in': ids,
  channel_id: id,
  name: word,
  'name:like': word,
  include,
});

/** What a page has in both versions. */
const pageFields = {
  name: name(100),
  type,
  channel_id: id.optional(),
  is_visible: flag.optional(),
  parent_id: id.optional(),
  sort_order: whole.optional(),
  body: text.optional(),
  is_homepage: flag.optional(),
  is_customers_only: flag.optional(),
  url: text.optional(),
  link: text.optional(),
  feed: text.optional(),
  email: text.optional(),
  contact_fields: text.optional(),
};

export const pageInput = input(
  {
    ...pageFields,
    meta_title: text.nullish(),
    meta_keywords: text.nullish(),
    meta_description: text.nullish(),
    search_keywords: text.nullish(),
  },
  { readOnly: ['id', 'uuid'] },
);
export const pageChanges = pageInput.partial();

export const legacyPageInput = input(
  {
    ...pageFields,
    page_title: text.optional(),
    meta_keywords: text.optional(),
    meta_description: text.optional(),
    search_keywords: text.optional(),
    has_mobile_version: flag.optional(),
    mobile_body: text.optional(),
  },
  { readOnly: ['id'] },
);
export const legacyPageChanges = legacyPageInput.partial();
