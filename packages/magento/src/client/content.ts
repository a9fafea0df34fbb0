import {
  type CmsBlockChanges,
  type CmsBlockInput,
  type CmsPageChanges,
  type CmsPageInput,
  cmsBlockChanges,
  cmsBlockInput,
  cmsPageChanges,
  cmsPageInput,
} from '../input/content.js';
import { cmsBlockSchema, cmsPageSchema } from '../native/content.js';
import type { Api } from './api.js';
import { type Crud, createCrud } from './crud.js';
import type { ItemOf, Lists } from './lists.js';

/** Pages and blocks of the shop’s own text. They are written in the store views that they are in already; a new one in all. */
export interface Content {
  readonly pages: Lists['cmsPages'] & Crud<ItemOf<'cmsPages'>, CmsPageInput, CmsPageChanges>;
  readonly blocks: Lists['cmsBlocks'] & Crud<ItemOf<'cmsBlocks'>, CmsBlockInput, CmsBlockChanges>;
}

const set = ['creation_time', 'update_time'];

export const createContent = (api: Api, { cmsPages, cmsBlocks }: Lists): Content => ({
  pages: {
    ...cmsPages,
    ...createCrud(api, {
      name: 'cms.pages',
      path: 'V1/cmsPage',
      wrap: 'page',
      idField: 'id',
      schema: cmsPageSchema,
      input: cmsPageInput,
      changes: cmsPageChanges,
      get: cmsPages.get,
      whole: set,
    }),
  },
  blocks: {
    ...cmsBlocks,
    ...createCrud(api, {
      name: 'cms.blocks',
      path: 'V1/cmsBlock',
      wrap: 'block',
      idField: 'id',
      schema: cmsBlockSchema,
      input: cmsBlockInput,
      changes: cmsBlockChanges,
      get: cmsBlocks.get,
      whole: set,
    }),
  },
});
