import { attributes, optionId } from '../catalog/attributes.js';
import type { ProductSetRecord } from '../catalog/product-set.js';
import { universalText } from '../dates.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';

/** Attribute id to value: an option's id, ids of several options, or text. */
function attributeValues(set: ProductSetRecord): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const attribute of attributes) {
    if (attribute.attributeType === 'system') continue;
    if (attribute.attributeSetId !== null && attribute.attributeSetId !== set.attributeSetId) continue;
    const chosen = attribute.name === 'color_family' ? set.colorOption : set.id % Math.max(1, attribute.options.length);
    const option = optionId(attribute, chosen);
    if (attribute.attributeType === 'option') values[attribute.id] = option;
    else if (attribute.attributeType === 'multi_option') values[attribute.id] = [option];
    else values[attribute.id] = attribute.name === 'care_label' ? 'Wash cold' : null;
  }
  return values;
}

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
    categories: [set.categoryId],
    attributes: attributeValues(set),
    sizeSystem: set.variants.length > 1 ? 3 : null,
    browseNodes: [],
    sellerSku: set.variants[0]?.sellerSku ?? '',
    status: set.status,
    sin: `SIN${set.id}`,
  });
