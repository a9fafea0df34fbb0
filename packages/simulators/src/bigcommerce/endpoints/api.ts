import type { Registry } from '../records/registry.js';
import type { Shop } from '../shop/shop.js';
import type { Tampering } from '../tampering.js';

/** What every endpoint works with. */
export interface Api {
  readonly shop: Shop;
  /** The plain records of the shop. */
  readonly records: Registry;
  /** The application whose token is used. */
  readonly clientId: string;
  readonly serve: Tampering['serve'];
}
