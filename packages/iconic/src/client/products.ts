import { checkInput, input, type RequestOptions } from '@cartograph/connector-kit';
import {
  groupFilters,
  type NewProduct,
  newProduct,
  type ProductChanges,
  type ProductFilters,
  type ProductStatusInput,
  productChanges,
  productFilters,
  productStatus,
} from '../input/products.js';
import { texts } from '../input/scalars.js';
import { consignmentStockSchema, type Product, productGroupSchema, productSchema } from '../records/product.js';
import { type Api, part } from './api.js';
import { inHundreds } from './by-ids.js';
import { createProductPrices } from './prices.js';

type Id = string | number;

/** The sizes of a product set. */
export function createSetProducts(api: Api) {
  const products = api.of('productSets.products', productSchema);
  const at = (setId: Id, productId?: Id) =>
    `/v2/product-set/${part(setId)}/products${productId === undefined ? '' : `/${part(productId)}`}`;
  return {
    list: (setId: Id, call?: RequestOptions): Promise<Product[]> => products.all('GET', at(setId), {}, call),
    get: (setId: Id, productId: Id, call?: RequestOptions): Promise<Product> =>
      products.one('GET', at(setId, productId), {}, call),
    create: async (setId: Id, input: NewProduct, call?: RequestOptions): Promise<Product> =>
      products.one('POST', at(setId), { json: checkInput('productSets.products.create', newProduct, input) }, call),
    update: async (setId: Id, productId: Id, changes: ProductChanges, call?: RequestOptions): Promise<Product> =>
      products.one(
        'PUT',
        at(setId, productId),
        { json: checkInput('productSets.products.update', productChanges, changes) },
        call,
      ),
    setStatus: async (setId: Id, productId: Id, status: ProductStatusInput, call?: RequestOptions): Promise<void> =>
      api.send(
        'PUT',
        `${at(setId, productId)}/status`,
        { query: { status: checkInput('productSets.products.setStatus', productStatus, status) } },
        call,
      ),
  };
}

const skuFilters = input({ sellerSkus: texts });

export function createProducts(api: Api) {
  const products = api.of('products', productSchema);
  const consigned = api.of('products.consignmentStock', consignmentStockSchema);
  const bySkus = products.paged('/v2/product/seller-skus', skuFilters);
  const list = async (query: ProductFilters = {}, call?: RequestOptions): Promise<Product[]> =>
    products.all('GET', '/v2/products', { query: checkInput<object>('products.list', productFilters, query) }, call);
  return {
    /** All that match, in one list without pages. */
    list,
    /** Null where there is no such product. */
    get: async (id: Id, call?: RequestOptions): Promise<Product | null> =>
      (await list({ productIds: [id] }, call)).find(product => String(product.id) === String(id)) ?? null,
    bySellerSku: (sku: string, call?: RequestOptions): Promise<Product> =>
      products.one('GET', `/v2/product/seller-sku/${part(sku)}`, {}, call),
    byShopSku: (sku: string, call?: RequestOptions): Promise<Product> =>
      products.one('GET', `/v2/product/shop-sku/${part(sku)}`, {}, call),
    /** A hundred a request; those that are not the seller's are left out. */
    bySellerSkus: async (skus: readonly string[], call?: RequestOptions): Promise<Product[]> => {
      const found: Product[] = [];
      for (const sellerSkus of inHundreds(checkInput('products.bySellerSkus', texts, skus)))
        for await (const product of bySkus.iterate({ sellerSkus }, call)) found.push(product);
      return found;
    },
    /** What lies in the marketplace's warehouse. */
    consignmentStock: {
      get: (productId: Id, call?: RequestOptions) =>
        consigned.one('GET', `/v2/products/${part(productId)}/consignment-stocks`, {}, call),
    },
    prices: createProductPrices(api),
  };
}

/** The groups that product sets of a brand are in. */
export const createProductGroups = (api: Api) =>
  api.of('productGroups', productGroupSchema).paged('/v2/groups', groupFilters);
