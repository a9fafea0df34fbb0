import { type BatchResult, checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import {
  categoryChanges,
  categoryCondition,
  categoryFilter,
  categoryInput,
  depthFilter,
  sortOrderRow,
  treeFilter,
  treeRow,
} from '../input/taxonomy.js';
import {
  branchSchema,
  type CategoryTree,
  categorySchema,
  type SortOrder,
  sortOrderSchema,
  treeSchema,
} from '../records/taxonomy.js';
import type { Api } from './api.js';
import { createLegacyCategories } from './legacy-categories.js';
import { allMetafields, metafieldsOf } from './metafields.js';
import { byPage, pageLimit } from './pages.js';
import { at, type Id } from './path.js';
import { createsMany, deletesMany, sendRows, updatesMany } from './resource/batches.js';
import { finds, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { deletesAll } from './resource/writing.js';
import { imageOf } from './upload.js';

export type CategoryQuery = z.input<typeof categoryFilter.page>;
export type CategoryFilter = z.input<typeof categoryFilter.all>;

const batch = 50;

/** Categories of all trees. */
export function createCategories(api: Api) {
  const path = '/v3/catalog/trees/categories';
  const categories = source(api, 'categories', () => path, categorySchema);
  const { list, iterate } = lists(categories, categoryFilter);
  const sortOrderPath = (categoryId: Id) => at`/v3/catalog/categories/${categoryId}/products/sort-order`;
  const sortOrders = source(api, 'categories.sortOrder', sortOrderPath, sortOrderSchema);
  const sortOrderRows = z.array(sortOrderRow);
  const by = 'category_id:in';
  return {
    list,
    iterate,
    pages: (query: CategoryFilter = {}, call?: RequestOptions) =>
      byPage(page => list({ ...query, page, limit: pageLimit }, call)),
    ...finds(categories, by),
    ...createsMany(categories, categoryInput, batch),
    ...updatesMany(categories, categoryChanges, batch, 'category_id'),
    ...deletesMany(categories, { by }),
    ...deletesAll(categories, categoryCondition),
    trees: createTrees(api),
    sortOrder: {
      ...lists(sortOrders, depthFilter),
      /** Where products stand in a category. */
      set: async (
        categoryId: Id,
        rows: readonly z.input<typeof sortOrderRow>[],
        call?: RequestOptions,
      ): Promise<BatchResult<SortOrder>> =>
        sendRows(
          sortOrders,
          'PUT',
          sortOrderPath(categoryId),
          checkInput('categories.sortOrder.set', sortOrderRows, rows),
          {
            size: pageLimit,
            key: 'product_id',
            call,
          },
        ),
    },
    image: imageOf(api, 'categories.image', (categoryId: Id) => at`/v3/catalog/categories/${categoryId}/image`),
    metafields: metafieldsOf(
      api,
      'categories',
      (categoryId: Id) => at`/v3/catalog/categories/${categoryId}/metafields`,
    ),
    allMetafields: allMetafields(api, 'categories', '/v3/catalog/categories/metafields'),
    legacy: createLegacyCategories(api),
  };
}

/** A storefront has a tree of its own, or shares one. */
function createTrees(api: Api) {
  const path = '/v3/catalog/trees';
  const trees = source(api, 'categories.trees', () => path, treeSchema);
  const branches = source(
    api,
    'categories.trees.categories',
    (treeId: Id) => at`/v3/catalog/trees/${treeId}/categories`,
    branchSchema,
  );
  const rows = z.array(treeRow);
  return {
    ...lists(trees, treeFilter),
    ...finds(trees),
    /** With an id a tree changes, without one it is made. */
    upsertMany: async (
      given: readonly z.input<typeof treeRow>[],
      call?: RequestOptions,
    ): Promise<BatchResult<CategoryTree>> =>
      sendRows(trees, 'PUT', path, checkInput('categories.trees.upsertMany', rows, given), {
        size: batch,
        key: null,
        call,
      }),
    ...deletesMany(trees),
    /** All categories of a tree, each inside its parent; the platform serves one such request at a time. */
    categories: { list: lists(branches, depthFilter).list },
  };
}
