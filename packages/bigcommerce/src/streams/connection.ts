import type { BigCommerceClient } from '../client.js';
import type { BigCommerceConfig } from '../config.js';

/** An opened client with the settings that decide what is read. */
export interface OpenConnection {
  readonly client: BigCommerceClient;
  readonly config: BigCommerceConfig;
  now(): Date;
}
