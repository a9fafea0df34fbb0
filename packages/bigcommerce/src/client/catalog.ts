import type { NativeInventoryItem, NativeProduct } from '../native/product.js';
import type { NativeNamed } from '../native/store.js';
import type { Api, Page, Patience } from './api.js';
import { readByIds } from './by-ids.js';
import { byId } from './keyset.js';
import { byPage, inventoryPageLimit, isShort, itemsOfPages, pageLimit } from './pages.js';

export interface ProductFilter {
  readonly 'id:in'?: readonly number[];
  readonly 'id:greater'?: number;
  readonly 'id:max'?: number;
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
  /** `id` comes in any case. */
  readonly include_fields?: readonly string[];
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
  const list = (query: ProductQuery = {}, patience?: Patience): Promise<Page<NativeProduct>> =>
    api.page('/v3/catalog/products', { ...query }, patience);
  const pages = (query: ProductFilter = {}, after = query['id:greater'] ?? 0) =>
    byId(async (last, to) => {
      const range = { ...(last > 0 && { 'id:greater': last }), ...(to !== undefined && { 'id:max': to }) };
      const { items, perPage, total } = await list(
        { ...query, ...range, sort: 'id', direction: 'asc', limit: pageLimit },
        to === undefined ? undefined : { retries: 1 },
      );
      return { items, isLast: isShort(items, perPage), total: last === 0 ? total : null };
    }, after);
  return {
    list,
    pages,
    iterate: (query: ProductFilter = {}) => itemsOfPages(pages(query)),
    byIds: (ids: readonly number[], shape: Pick<ProductFilter, 'include'> = {}) =>
      readByIds(ids, (part, page) => list({ ...shape, 'id:in': part, page, limit: pageLimit })),
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
    /** Of these products; products whose stock cannot be served stand in `failed`. */
    ofProducts: (ids: readonly number[]) =>
      readByIds(ids, (part, page) => list({ 'product_id:in': part, page, limit: inventoryPageLimit })),
  };
}

/** A V3 list of which only the names are read. */
const named = (api: Api, path: string) => ({
  get: (id: number) => api.data<NativeNamed>(`${path}/${id}`),
  iterate: () => itemsOfPages(byPage(page => api.page<NativeNamed>(path, { page, limit: pageLimit }))),
});

export const createBrands = (api: Api) => named(api, '/v3/catalog/brands');
export const createChannels = (api: Api) => named(api, '/v3/channels');
