import type { Credentials } from './auth.js';
import type { Feeds } from './feeds.js';
import type { Jobs } from './jobs.js';
import type { Results } from './results.js';
import type { Serve } from './served.js';
import type { Manifest } from './shop/manifest.js';
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
  readonly feeds: Feeds;
  readonly manifests: Manifest[];
  /** Tokens are given for these credentials from now on. */
  readonly admitClient: (client: Credentials) => void;
  /** Whoever calls must fetch a new one. */
  readonly revokeTokens: () => void;
  /** Does what a request would do, in the shop's own name. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** To be called by whatever changes the shop: moves the shop's time on to this second, and returns it. */
  readonly act: () => number;
}
