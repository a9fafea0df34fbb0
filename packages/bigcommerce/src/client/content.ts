import type { RequestOptions } from '@cartograph/connector-kit';
import {
  blogPostChanges,
  blogPostFilter,
  blogPostInput,
  legacyPageChanges,
  legacyPageInput,
  pageChanges,
  pageFilter,
  pageInput,
  pageShape,
} from '../input/content.js';
import { unfiltered } from '../input/kinds.js';
import { type BlogTag, blogPostSchema, blogTagSchema, legacyPageSchema, pageSchema } from '../records/content.js';
import type { Api, Page } from './api.js';
import { createsMany, deletesMany, updatesMany } from './resource/batches.js';
import { counts, gets, getsShaped, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesEverything, updates } from './resource/writing.js';

export function createBlog(api: Api) {
  const posts = source(api, 'blog.posts', () => '/v2/blog/posts', blogPostSchema);
  const tags = api.records('blog.tags', blogTagSchema);
  return {
    posts: {
      ...lists(posts, blogPostFilter),
      ...gets(posts),
      ...counts(posts, unfiltered),
      ...creates(posts, blogPostInput),
      ...updates(posts, blogPostChanges),
      ...deletes(posts),
      ...deletesEverything(posts),
    },
    tags: {
      /** With the posts of each; they come whole, without pages. */
      async list(call?: RequestOptions): Promise<Page<BlogTag>> {
        const page = await api.page('/v2/blog/tags', {}, call);
        return { ...page, items: tags.all(page.items) };
      },
    },
  };
}

/** Pages that the merchant writes. */
export function createPages(api: Api) {
  const pages = source(api, 'pages', () => '/v3/content/pages', pageSchema);
  const legacy = source(api, 'pages.legacy', () => '/v2/pages', legacyPageSchema);
  return {
    ...lists(pages, pageFilter),
    ...getsShaped(pages, pageShape),
    ...creates(pages, pageInput),
    createMany: createsMany(pages, pageInput, 10).createMany,
    ...updates(pages, pageChanges),
    updateMany: updatesMany(pages, pageChanges, 10).updateMany,
    ...deletes(pages),
    deleteMany: deletesMany(pages).deleteMany,
    /** Of V2, for basic auth. */
    legacy: {
      ...lists(legacy, unfiltered),
      ...gets(legacy),
      ...creates(legacy, legacyPageInput),
      ...updates(legacy, legacyPageChanges),
      ...deletes(legacy),
    },
  };
}
