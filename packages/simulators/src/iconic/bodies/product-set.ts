import { attributeValues } from '../catalog/attribute-values.js';
import { type ProductSetRecord, sinOf } from '../catalog/product-set.js';
import { universalText } from '../dates.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';

export const productSetBody = (world: World, set: ProductSetRecord): unknown =>
  world.serve('productSets', set.id, {
    id: set.id,
    uuid: set.uuid,
    srcId: set.configSku,
    name: set.name,
    parentSku: set.parentSku,
    createdAt: universalText(set.createdAt),
    updatedAt: universalText(set.updatedAt),
    description: set.description,
    brandId: set.brandId,
    primaryCategoryId: set.categoryId,
    attributeSetId: set.attributeSetId,
    sellerId: seller.id,
    categories: set.categories,
    attributes: attributeValues(set),
    sizeSystem: set.sizeSystem,
    browseNodes: set.browseNodes,
    sellerSku: set.variants[0]?.sellerSku ?? '',
    status: set.status,
    sin: sinOf(set),
  });
