import type { NativeInventoryItem, NativeProduct } from '../native/product.js';
import type { NativeNamed } from '../native/store.js';
import type { Api, Page } from './api.js';
import { byId, byPage, inventoryPageLimit, itemsOfPages, pageLimit } from './pages.js';

export interface ProductFilter {
  readonly 'id:in'?: readonly number[];
  readonly 'id:greater'?: number;
  readonly name?: string;
  readonly sku?: string;
  readonly 'categories:in'?: readonly number[];
  readonly brand_id?: number;
  readonly is_visible?: boolean;
  readonly type?: 'physical' | 'digital';
  readonly availability?: 'available' | 'disabled' | 'preorder';
  /** With a time and a zone: a bare date is completed with the time of day at which it is asked. */
  readonly 'date_modified:min'?: string;
  readonly 'date_modified:max'?: string;
  readonly include?: readonly ('variants' | 'images' | 'custom_fields' | 'bulk_pricing_rules')[];
}

export interface ProductQuery extends ProductFilter {
  readonly page?: number;
  readonly limit?: number;
  readonly sort?: 'id' | 'name' | 'sku' | 'price' | 'date_modified' | 'total_sold';
  readonly direction?: 'asc' | 'desc';
}

export interface InventoryQuery {
  readonly 'product_id:in'?: readonly number[];
  readonly 'variant_id:in'?: readonly number[];
  readonly 'sku:in'?: readonly string[];
  readonly 'location_id:in'?: readonly number[];
  readonly page?: number;
  readonly limit?: number;
}

export function createProducts(api: Api) {
  const list = (query: ProductQuery = {}): Promise<Page<NativeProduct>> =>
    api.page('/v3/catalog/products', { ...query });
  const pages = (query: ProductFilter = {}, after = query['id:greater'] ?? 0) =>
    byId(async last => {
      const greater = last > 0 ? { 'id:greater': last } : {};
      const { items, nextPage, total } = await list({
        ...query,
        ...greater,
        sort: 'id',
        direction: 'asc',
        limit: pageLimit,
      });
      return { items, isLast: nextPage === null, total: last === 0 ? total : null };
    }, after);
  return {
    list,
    pages,
    iterate: (query: ProductFilter = {}) => itemsOfPages(pages(query)),
    get: (id: number, shape: Pick<ProductFilter, 'include'> = {}) =>
      api.data<NativeProduct>(`/v3/catalog/products/${id}`, { ...shape }),
  };
}

export function createInventory(api: Api) {
  const list = (query: InventoryQuery = {}): Promise<Page<NativeInventoryItem>> =>
    api.page('/v3/inventory/items', { ...query });
  return {
    list,
    iterate: (query: InventoryQuery = {}) =>
      itemsOfPages(byPage(page => list({ ...query, page, limit: inventoryPageLimit }))),
  };
}

/** A V3 list of which only the names are read. */
const named = (api: Api, path: string) => ({
  get: (id: number) => api.data<NativeNamed>(`${path}/${id}`),
  iterate: () => itemsOfPages(byPage(page => api.page<NativeNamed>(path, { page, limit: pageLimit }))),
});

export const createBrands = (api: Api) => named(api, '/v3/catalog/brands');
export const createChannels = (api: Api) => named(api, '/v3/channels');
