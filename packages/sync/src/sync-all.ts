import type { Run } from '@cartograph/core';
import PQueue from 'p-queue';
import { type SyncOptions, syncConnection } from './sync-connection.js';

/** Runs several connections side by side; each has its own limits, so one that waits does not hold up another. */
export async function syncAll(all: readonly SyncOptions[], concurrency = 4): Promise<readonly Run[]> {
  const queue = new PQueue({ concurrency });
  return queue.addAll(all.map(options => () => syncConnection(options)));
}
