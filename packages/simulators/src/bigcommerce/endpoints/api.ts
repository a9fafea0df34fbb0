import type { Shop } from '../shop/shop.js';
import type { Tampering } from '../tampering.js';

/** What every endpoint works with. */
export interface Api {
  readonly shop: Shop;
  readonly serve: Tampering['serve'];
}
