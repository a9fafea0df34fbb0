import { groupBy } from '../grouping.js';
import type { Shop } from './shop.js';
import { touch } from './touch.js';

/** Quality control approves what sellers have added, and the shop shows it from then on. */
export function reviewProducts(shop: Shop): void {
  for (const [setId, variants] of groupBy(shop.catalog.takeUnreviewed(), variant => variant.setId)) {
    const set = shop.catalog.set(setId);
    if (!set) continue;
    for (const variant of variants) {
      variant.approval = 'approved';
      variant.shopSku ??= `${set.configSku}-${variant.id}`;
    }
    touch(shop, set, variants, shop.time);
    shop.tell('onProductQcStatusChanged', { SellerSkus: variants.map(({ sellerSku }) => sellerSku) });
  }
}
