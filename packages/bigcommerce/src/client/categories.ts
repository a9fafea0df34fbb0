import type { NativeCategory, NativeCategoryTree } from '../native/category.js';
import { type Api, onlyItem } from './api.js';
import { byPage, itemsOfPages, pageLimit } from './pages.js';

export interface CategoryFilter {
  readonly 'category_id:in'?: readonly number[];
  readonly 'tree_id:in'?: readonly number[];
  readonly 'parent_id:in'?: readonly number[];
  readonly name?: string;
  readonly is_visible?: boolean;
}

export interface CategoryQuery extends CategoryFilter {
  readonly page?: number;
  readonly limit?: number;
}

/** Categories of all trees. */
export function createCategories(api: Api) {
  const list = (query: CategoryQuery = {}) => api.page<NativeCategory>('/v3/catalog/trees/categories', { ...query });
  const pages = (query: CategoryFilter = {}) => byPage(page => list({ ...query, page, limit: pageLimit }));
  return {
    list,
    pages,
    iterate: (query: CategoryFilter = {}) => itemsOfPages(pages(query)),
    get: (id: number) => onlyItem(list({ 'category_id:in': [id] }), `category ${id}`),
    trees: { list: async () => (await api.page<NativeCategoryTree>('/v3/catalog/trees')).items },
  };
}
