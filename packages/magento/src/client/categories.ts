import { type BatchResult, checkInput } from '@cartograph/connector-kit';
import type { z } from 'zod';
import {
  type CategoryChanges,
  type CategoryInput,
  type CategoryProductInput,
  categoryChanges,
  categoryInput,
  categoryProductInput,
} from '../input/category.js';
import { type CategoryTree, categoryProductSchema, categoryRecordSchema } from '../native/category.js';
import { type Api, act, at, type MagentoCall, queryOf, type Raw, recordSchema, whole } from './api.js';
import type { Bulk, Patience } from './bulk.js';
import { type Crud, createCrud } from './crud.js';
import type { ItemOf, Lists } from './lists.js';
import type { ProductActions } from './products.js';

type Id = string | number;
type Category = ItemOf<'categories'>;
type CategoryProduct = Raw<z.output<typeof categoryProductSchema>>;

/** A tree below the hidden root 1. Written in the scope of the client: `all` is the default of every store view. */
export interface CategoryActions extends Crud<Category, CategoryInput, CategoryChanges> {
  /** From a category down, or from the root of the scope’s store; `depth` 0 is itself alone. One request. */
  tree(options?: { readonly rootCategoryId?: Id; readonly depth?: number }, call?: MagentoCall): Promise<CategoryTree>;
  /** Below another category, behind one of its children or in front of them all. */
  move(id: Id, parentId: Id, options?: { readonly afterId?: Id }, call?: MagentoCall): Promise<boolean>;
  byName(name: string, call?: MagentoCall): AsyncGenerator<Category>;
  createMany(categories: readonly CategoryInput[], call?: MagentoCall & Patience): Promise<BatchResult<Category>>;
  /** What describes categories, with its options. */
  readonly attributes: Lists['categoryAttributes'];
  readonly products: {
    /** SKUs and positions of all, in one request; the products themselves are `records`. */
    list(id: Id, call?: MagentoCall): Promise<CategoryProduct[]>;
    /** The products, and with `subcategories` those of the categories below, each once. */
    readonly records: ProductActions['byCategory'];
    /** Puts a product into the category, or at another position of it. */
    add(id: Id, product: CategoryProductInput, call?: MagentoCall): Promise<boolean>;
    remove(id: Id, sku: string, call?: MagentoCall): Promise<boolean>;
  };
}

export function createCategories(
  api: Api,
  lists: Lists,
  bulk: Bulk,
  { byCategory }: Pick<ProductActions, 'byCategory'>,
): Lists['categories'] & CategoryActions {
  const members = api.checks('categories.products', categoryProductSchema);
  return {
    ...lists.categories,
    ...createCrud(api, {
      name: 'categories',
      path: 'V1/categories',
      wrap: 'category',
      idField: 'id',
      schema: categoryRecordSchema,
      input: categoryInput,
      changes: categoryChanges,
    }),
    tree: async ({ rootCategoryId, depth } = {}, call) =>
      api.request('GET', 'V1/categories', { query: queryOf({ rootCategoryId, depth }), schema: recordSchema }, call),
    move: (id, parentId, { afterId } = {}, call) => {
      const json = { parentId: Number(parentId), ...(afterId !== undefined && { afterId: Number(afterId) }) };
      return act(api, 'PUT', at`V1/categories/${id}/move`, json, call);
    },
    byName: (name, call) => lists.categories.search().where('name', 'eq', name).iterate(call),
    createMany: async (inputs, call) => {
      const bodies = inputs.map((category, index) => ({
        category: checkInput(`categories.createMany[${index}]`, categoryInput, category),
      }));
      return bulk.run<Category>('POST', 'V1/categories', bodies, call);
    },
    attributes: lists.categoryAttributes,
    products: {
      list: (id, call) => whole(api, members, at`V1/categories/${id}/products`, call),
      records: byCategory,
      add: async (id, product, call) => {
        const link = checkInput('categories.products.add', categoryProductInput, product);
        const productLink = { category_id: String(id), ...link };
        return act(api, 'PUT', at`V1/categories/${id}/products`, { productLink }, call);
      },
      remove: (id, sku, call) => act(api, 'DELETE', at`V1/categories/${id}/products/${sku}`, undefined, call),
    },
  };
}
