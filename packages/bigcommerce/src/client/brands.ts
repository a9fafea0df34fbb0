import { brandChanges, brandCondition, brandFilter, brandInput } from '../input/taxonomy.js';
import { brandSchema } from '../records/taxonomy.js';
import type { Api } from './api.js';
import { allMetafields, metafieldsOf } from './metafields.js';
import { at, type Id } from './path.js';
import { gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesAll, updates } from './resource/writing.js';
import { imageOf } from './upload.js';

export function createBrands(api: Api) {
  const brands = source(api, 'brands', () => '/v3/catalog/brands', brandSchema);
  return {
    ...lists(brands, brandFilter),
    ...gets(brands),
    ...creates(brands, brandInput),
    ...updates(brands, brandChanges),
    ...deletes(brands),
    ...deletesAll(brands, brandCondition),
    image: imageOf(api, 'brands.image', (brandId: Id) => at`/v3/catalog/brands/${brandId}/image`),
    metafields: metafieldsOf(api, 'brands', (brandId: Id) => at`/v3/catalog/brands/${brandId}/metafields`),
    allMetafields: allMetafields(api, 'brands', '/v3/catalog/brands/metafields'),
  };
}
