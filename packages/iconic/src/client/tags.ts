import { input, type RequestOptions } from '@cartograph/connector-kit';
import { productTagSchema, sellerTagsSchema } from '../records/product.js';
import type { Api } from './api.js';

const noFilters = input({});

export function createTags(api: Api) {
  const tags = api.of('tags', productTagSchema);
  const ofSellers = api.of('tags.sellers', sellerTagsSchema);
  return {
    /** What product sets may be tagged with. */
    list: (call?: RequestOptions) => tags.all('GET', '/v2/tags/product-tags', {}, call),
    sellers: ofSellers.paged('/v2/tags/sellers', noFilters),
  };
}
