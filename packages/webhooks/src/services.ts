import type { Host, Storage } from '@cartograph/core';
import type { Companies, Format } from './format.js';
import type { Vault } from './secret.js';

/** What webhooks stand on, handed in by whoever owns the process. */
export interface WebhookServices {
  readonly storage: Storage;
  /** Its `fetch` reaches consumers at addresses that users give: whoever hands it in decides which ones may be reached. */
  readonly host: Host;
  readonly vault: Vault;
  /** By name. */
  readonly formats: Readonly<Record<string, Format>>;
  readonly companies: () => Promise<Companies>;
}
