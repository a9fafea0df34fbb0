import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import {
  groupName,
  type NewProductSet,
  newProductSet,
  type ProductSetChanges,
  type ProductSetFilters,
  productSetChanges,
  productSetFilters,
  sampleOptions,
} from '../input/products.js';
import {
  attributeSetCountSchema,
  createdSetSchema,
  lastUploadSchema,
  type ProductSet,
  productGroupSchema,
  productSetSchema,
  samplePayloadSchema,
  setTagSchema,
  sharedProductSchema,
} from '../records/product.js';
import { successSchema } from '../records/seller.js';
import { type Api, part } from './api.js';
import { createImages } from './images.js';
import { ofSets } from './of-sets.js';
import { createSetPrices } from './prices.js';
import { createSetProducts } from './products.js';
import { createSetStock } from './stock.js';

type Id = string | number;

export function createProductSets(api: Api) {
  const sets = api.of('productSets', productSetSchema);
  const groups = api.of('productSets.group', productGroupSchema);
  const tags = api.of('productSets.tags', setTagSchema);
  const uploads = api.of('productSets.lastUploads', lastUploadSchema);
  const counts = api.of('productSets.countByAttributeSet', attributeSetCountSchema);
  const samples = api.of('productSets.samplePayload', samplePayloadSchema);
  const shared = api.of('productSets.searchShared', sharedProductSchema);
  const created = api.of('productSets.createBySin', createdSetSchema);
  const success = api.of('productSets.uploadAgain', successSchema);
  const at = (id: Id, rest = '') => `/v2/product-set/${part(id)}${rest}`;
  return {
    ...sets.paged('/v2/product-sets', productSetFilters, { order: { orderBy: 'createdAt', orderDirection: 'ASC' } }),
    get: (id: Id, call?: RequestOptions): Promise<ProductSet> => sets.one('GET', at(id), {}, call),
    byParentSku: (sku: string, call?: RequestOptions): Promise<ProductSet> =>
      sets.one('GET', `/v2/product-set/parent-sku/${part(sku)}`, {}, call),
    /** By the part of a shop SKU before its hyphen. */
    byConfigSku: (sku: string, call?: RequestOptions): Promise<ProductSet> =>
      sets.one('GET', `/v2/product-set/config-sku/${part(sku)}`, {}, call),
    /** The set and its first product. Its name may be made anew by the category's formula. */
    create: async (input: NewProductSet, call?: RequestOptions): Promise<ProductSet> =>
      sets.one('POST', '/v2/product-set', { json: checkInput('productSets.create', newProductSet, input) }, call),
    /** Of the set alone: SKUs and statuses are those of its products, and prices stand apart. */
    update: async (id: Id, changes: ProductSetChanges, call?: RequestOptions): Promise<ProductSet> =>
      sets.one('PUT', at(id), { json: checkInput('productSets.update', productSetChanges, changes) }, call),
    /** How many sets each attribute set has; all the filters of a list. */
    countByAttributeSet: async (query: ProductSetFilters = {}, call?: RequestOptions) => {
      const asked = checkInput<object>('productSets.countByAttributeSet', productSetFilters, query);
      const path = '/v2/product-set/count-by-attribute-set';
      return counts.all('GET', path, { query: { ...asked, limit: 100, offset: 0 } }, call);
    },
    /** What a new set of a category may look like. */
    samplePayload: async (categoryId: Id, query: z.input<typeof sampleOptions> = {}, call?: RequestOptions) => {
      const path = `/v2/product-sets/sample-payload/${part(categoryId)}`;
      return samples.one('GET', path, { query: checkInput('productSets.samplePayload', sampleOptions, query) }, call);
    },
    /** Entries of the catalog that all sellers share. */
    searchShared: (query: string, call?: RequestOptions) =>
      shared.all('GET', '/v2/product-set/search-hybrid', { query: { query } }, call),
    /** A set made of an entry of the shared catalog. */
    createBySin: (sin: string, call?: RequestOptions) =>
      created.one('POST', '/v2/product-set/products/create-by-sin', { json: { sin } }, call),
    /** Sends a set to the shop once more. */
    uploadAgain: (id: Id, call?: RequestOptions) => success.one('POST', `/v2/reupload-to-shop/${part(id)}`, {}, call),
    lastUploads: ofSets('productSets.lastUploads', uploads, '/v2/last-version-uploaded'),
    /** Sets that belong together have a group of one name. Refused where the feature is switched off. */
    group: {
      get: (id: Id, call?: RequestOptions) => groups.one('GET', at(id, '/group'), {}, call),
      set: async (id: Id, name: string, call?: RequestOptions) =>
        groups.one('POST', at(id, '/group'), { json: checkInput('productSets.group.set', groupName, { name }) }, call),
      delete: (id: Id, call?: RequestOptions) => api.send('DELETE', at(id, '/group'), {}, call),
    },
    tags: { bySets: ofSets('productSets.tags.bySets', tags, '/v2/product-sets/tags') },
    products: createSetProducts(api),
    prices: createSetPrices(api),
    images: createImages(api),
    stock: createSetStock(api),
  };
}
