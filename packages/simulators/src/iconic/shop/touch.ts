import type { ProductSetRecord, VariantRecord } from '../catalog/product-set.js';
import type { Shop } from './shop.js';

/** The set, and its products that are named, show when they changed, except in a shop that is silent on it. */
export function touch(shop: Shop, set: ProductSetRecord, variants: readonly VariantRecord[], at: number): void {
  if (shop.silent) return;
  set.updatedAt = at;
  for (const variant of variants) variant.updatedAt = at;
}
