import type { ImageRecord, ProductSetRecord } from '../catalog/product-set.js';
import { universalText } from '../dates.js';

export const imageBody = (set: ProductSetRecord, image: ImageRecord) => ({
  id: image.id,
  srcId: null,
  productSetId: set.id,
  position: image.position,
  displayUrl: image.url,
  createdAt: universalText(image.createdAt),
  updatedAt: universalText(image.updatedAt),
});
