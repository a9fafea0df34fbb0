import type { Jobs } from './jobs.js';
import type { Results } from './results.js';
import type { Serve } from './served.js';
import type { Shop } from './shop/shop.js';
import type { Webhooks } from './webhooks.js';

/** What every endpoint works on. */
export interface World {
  readonly shop: Shop;
  readonly results: Results;
  readonly serve: Serve;
  /** Milliseconds on the shop's clock. */
  readonly now: () => number;
  readonly webhooks: Webhooks;
  readonly jobs: Jobs;
  /** To be called by whatever changes the shop: moves the shop's time on to this second, and returns it. */
  readonly act: () => number;
}
