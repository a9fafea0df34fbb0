import type { RequestOptions } from '@cartograph/connector-kit';
import { brandFilters } from '../input/catalog.js';
import { type Brand, brandAttributeSchema, brandSchema } from '../records/catalog.js';
import { type Api, part } from './api.js';

type Id = string | number;

export function createBrands(api: Api) {
  const brands = api.of('brands', brandSchema);
  const attributes = api.of('brands.attributes', brandAttributeSchema);
  return {
    /** Those open to the seller, unless `includeInaccessible`. */
    ...brands.paged('/v2/brands', brandFilters, { order: { sort: 'createdAt', sortDir: 'asc' } }),
    get: (id: Id, call?: RequestOptions): Promise<Brand> => brands.one('GET', `/v2/brands/${part(id)}`, {}, call),
    /** The options that a brand is restricted to; none where it is not. */
    attributes: {
      list: (brandId: Id, call?: RequestOptions) =>
        attributes.all('GET', `/v2/brands/${part(brandId)}/attributes`, {}, call),
    },
  };
}
