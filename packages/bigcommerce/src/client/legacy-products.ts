import { unfiltered } from '../input/kinds.js';
import {
  categoryOfV2Changes,
  categoryOfV2Filter,
  categoryOfV2Input,
  legacyBrandChanges,
  legacyBrandFilter,
  legacyBrandInput,
  legacyProductChanges,
  legacyProductFilter,
  legacyProductInput,
  legacyRedirectChanges,
  legacyRedirectInput,
} from '../input/legacy-product.js';
import { categoryOfV2Schema } from '../records/legacy-category.js';
import { legacyBrandSchema, legacyProductSchema, legacyRedirectSchema } from '../records/legacy-product.js';
import type { Api } from './api.js';
import { counts, gets, lists, listsById } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesEverything, updates } from './resource/writing.js';

/** What V3 has replaced, for basic auth, and for the counts that V3 does not give. */
export function createLegacyProducts(api: Api) {
  const products = source(api, 'legacy.products', () => '/v2/products', legacyProductSchema);
  const brands = source(api, 'legacy.brands', () => '/v2/brands', legacyBrandSchema);
  const categories = source(api, 'legacy.categories', () => '/v2/categories', categoryOfV2Schema);
  const redirects = source(api, 'legacy.redirects', () => '/v2/redirects', legacyRedirectSchema);
  return {
    products: {
      ...listsById(products, legacyProductFilter),
      ...gets(products),
      ...counts(products, legacyProductFilter),
      ...creates(products, legacyProductInput),
      ...updates(products, legacyProductChanges),
      ...deletes(products),
      ...deletesEverything(products),
    },
    brands: {
      ...listsById(brands, legacyBrandFilter),
      ...gets(brands),
      ...counts(brands, unfiltered),
      ...creates(brands, legacyBrandInput),
      ...updates(brands, legacyBrandChanges),
      ...deletes(brands),
    },
    categories: {
      ...listsById(categories, categoryOfV2Filter),
      ...gets(categories),
      ...counts(categories, unfiltered),
      ...creates(categories, categoryOfV2Input),
      ...updates(categories, categoryOfV2Changes),
      ...deletes(categories),
    },
    redirects: {
      ...lists(redirects, unfiltered),
      ...gets(redirects),
      ...counts(redirects, unfiltered),
      ...creates(redirects, legacyRedirectInput),
      ...updates(redirects, legacyRedirectChanges),
      ...deletes(redirects),
    },
  };
}
