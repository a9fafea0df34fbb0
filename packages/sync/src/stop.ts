import { isCommerceError, type Recovery } from '@cartograph/core';
import type { StreamCounts } from './run-stream.js';

/** Why a piece of work ended early, and what that means for the rest of the run. */
export interface Stop {
  readonly reason: string;
  readonly recovery: Recovery | 'interrupted';
}

/** Null when the work was done. What is neither the platform's, the user's nor an abort's doing is a bug, and is thrown. */
export async function attempt(work: () => Promise<void>, signal: AbortSignal | undefined): Promise<Stop | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (signal?.aborted) return { reason: 'interrupted; the next run goes on from here', recovery: 'interrupted' };
    if (isCommerceError(error)) return { reason: error.message, recovery: error.recovery };
    throw error;
  }
}

const notStarted: Omit<StreamCounts, 'outcome' | 'reason'> = {
  kind: 'incremental',
  since: null,
  until: null,
  seen: 0,
  stored: 0,
  unchanged: 0,
  setAside: 0,
  deleted: 0,
  restored: 0,
  pages: 0,
};

/** A stream that was not read, or not to its end. */
export const stoppedRun = (run: StreamCounts | undefined, { reason }: Stop): StreamCounts => ({
  ...(run ?? notStarted),
  outcome: 'incomplete',
  reason,
});
