import type { SetAsideRecord } from '@cartograph/core';
import { type RenormalizeOptions, renormalize } from './replay/renormalize.js';

export type RetryOptions = Omit<RenormalizeOptions, 'setAsideOnly'>;

/** What came of the records that were set aside. */
export interface RetryResult {
  readonly recovered: number;
  readonly stillSetAside: readonly SetAsideRecord[];
}

/** Normalizes what was set aside once more, from the stored bodies: after a better mapping, with no request to the shop. */
export async function retrySetAside(options: RetryOptions): Promise<RetryResult> {
  const { recovered } = await renormalize({ ...options, setAsideOnly: true });
  return { recovered, stillSetAside: await options.storage.setAside(options.connection.id) };
}
