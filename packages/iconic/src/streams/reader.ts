import type { Host } from '@cartograph/core';
import { createIconicClient, type IconicClient } from '../client.js';
import type { IconicConfig } from '../config.js';
import { currencyOf } from '../countries.js';
import type { IconicShop } from '../shop.js';

/** An opened connection: the client, and the settings that translating needs. */
export interface IconicReader {
  readonly client: IconicClient;
  readonly config: IconicConfig;
  now(): Date;
}

export function openReader(config: IconicConfig, host: Host): IconicReader {
  const client = createIconicClient(config, host);
  return { client, config, now: client.now };
}

export async function readShop({ client, config }: IconicReader): Promise<IconicShop> {
  const { name } = await client.seller.get();
  return {
    name: typeof name === 'string' && name !== '' ? name : null,
    currency: currencyOf(config.country),
    timeZone: config.timeZone,
    refundFailedDeliveries: config.refundFailedDeliveries,
  };
}
