import type { RateSettings } from '@cartograph/core';
import type { MagentoConfig } from '../config.js';

/** What stands in front of the shop counts; Magento itself does not, and nothing announces what is left. */
export const rateOf = ({ limit, concurrency }: Pick<MagentoConfig, 'limit' | 'concurrency'>): RateSettings => ({
  concurrency,
  ...(limit && { limits: [{ requests: limit.requests, windowMs: limit.seconds * 1000 }] }),
});
