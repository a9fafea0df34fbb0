import { sparse, variantChanges, variantFilter, variantInput } from '../input/variant.js';
import { variantSchema } from '../records/product.js';
import type { Api } from './api.js';
import { allMetafields, metafieldsOf } from './metafields.js';
import { at, type Id } from './path.js';
import { updatesMany } from './resource/batches.js';
import { gets, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, updates } from './resource/writing.js';
import { imageOf } from './upload.js';

/** Of one product. */
export function createVariantsOf(api: Api) {
  const variants = source(
    api,
    'products.variants',
    (productId: Id) => at`/v3/catalog/products/${productId}/variants`,
    variantSchema,
  );
  return {
    ...lists(variants, sparse),
    ...gets(variants),
    ...creates(variants, variantInput),
    ...updates(variants, variantChanges),
    ...deletes(variants),
    image: imageOf(
      api,
      'products.variants.image',
      (productId: Id, variantId: Id) => at`/v3/catalog/products/${productId}/variants/${variantId}/image`,
    ),
    metafields: metafieldsOf(
      api,
      'products.variants',
      (productId: Id, variantId: Id) => at`/v3/catalog/products/${productId}/variants/${variantId}/metafields`,
    ),
  };
}

/** Of all products. */
export function createVariants(api: Api) {
  const variants = source(api, 'variants', () => '/v3/catalog/variants', variantSchema);
  return {
    ...lists(variants, variantFilter),
    /** By their ids, whatever their products; the platform may lower the limit of its arrays. */
    updateMany: updatesMany(variants, variantChanges, 50).updateMany,
    allMetafields: allMetafields(api, 'variants', '/v3/catalog/variants/metafields'),
  };
}
