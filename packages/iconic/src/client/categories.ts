import type { RequestOptions } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';
import { connectorTitle } from '../errors.js';
import { categoryFilters, chosenCategories } from '../input/catalog.js';
import {
  attributeSchema,
  type Category,
  type CategoryDetails,
  categoryDetailsSchema,
  categoryInfoSchema,
  categoryMappingSchema,
  categoryNodeSchema,
  categorySchema,
  categorySettingsSchema,
  childCategorySchema,
} from '../records/catalog.js';
import { type Api, part } from './api.js';
import { inHundreds } from './by-ids.js';

type Id = string | number;

export function createCategories(api: Api) {
  const categories = api.of('categories', categorySchema);
  const details = api.of('categories', categoryDetailsSchema);
  const infos = api.of('categories', categoryInfoSchema);
  const nodes = api.of('categories.tree', categoryNodeSchema);
  const attributes = api.of('categories.attributes', attributeSchema);
  const settings = api.of('categories.settings', categorySettingsSchema);
  const children = api.of('categories.children', childCategorySchema);
  const mappings = api.of('categories.mappings', categoryMappingSchema);
  const at = (categoryId: Id, rest = '') => `/v2/category/${part(categoryId)}${rest}`;
  const byIds = categories.paged('/v2/categories/ids', chosenCategories);
  const byUuids = categories.paged('/v2/categories/uuids', chosenCategories);
  return {
    /** Those open to the seller, unless `includeInaccessible`. */
    ...categories.paged('/v2/categories', categoryFilters),
    /** With fewer fields than a list has: `byIds` has all of them. */
    get: async (id: Id, call?: RequestOptions): Promise<CategoryDetails> => {
      // The platform answers with a list of one.
      const [category] = await details.all('GET', at(id), {}, call);
      if (category === undefined)
        throw new RequestError(`${connectorTitle}: there is no category ${id}`, { connector: connectorTitle });
      return category;
    },
    /** A hundred a request, those closed to the seller too; the others are left out. */
    byIds: async (categoryIds: readonly Id[], call?: RequestOptions): Promise<Category[]> => {
      const found: Category[] = [];
      for (const ids of inHundreds(categoryIds))
        for await (const row of byIds.iterate({ ids, includeInaccessible: true }, call)) found.push(row);
      return found;
    },
    byUuids: async (wanted: readonly string[], call?: RequestOptions): Promise<Category[]> => {
      const found: Category[] = [];
      for (const uuids of inHundreds(wanted))
        for await (const row of byUuids.iterate({ uuids, includeInaccessible: true }, call)) found.push(row);
      return found;
    },
    /** All active categories at once, each with its children. */
    tree: (call?: RequestOptions) => nodes.all('GET', '/v2/category/tree', {}, call),
    root: (call?: RequestOptions) => infos.one('GET', '/v2/category/root', {}, call),
    mostUsed: (call?: RequestOptions) => infos.all('GET', '/v2/category/most-used', {}, call),
    children: {
      list: (categoryId: Id, call?: RequestOptions) => children.all('GET', at(categoryId, '/children'), {}, call),
    },
    attributes: {
      list: (categoryId: Id, call?: RequestOptions) => attributes.all('GET', at(categoryId, '/attributes'), {}, call),
    },
    /** What prices and images have to keep to. */
    settings: {
      list: (categoryId: Id, call?: RequestOptions) => settings.all('GET', at(categoryId, '/settings'), {}, call),
    },
    /** Which options of attributes stand for which category. */
    mappings: (call?: RequestOptions) => mappings.all('GET', '/v2/category/mappings', {}, call),
    /** The formula that makes names of products; blank where there is none. */
    nomenclature: async (categoryId: Id, call?: RequestOptions): Promise<string> => {
      const { body } = await api.request('GET', at(categoryId, '/automatic-nomenclature'), {}, call);
      return typeof body === 'string' ? body : '';
    },
  };
}
