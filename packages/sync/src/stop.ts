import { type CommerceError, type ErrorCode, isCommerceError, RateLimitError, type Recovery } from '@cartograph/core';

/** Why a piece of work ended early, and what that means for the rest of the run. */
export interface Stop {
  readonly reason: string;
  readonly recovery: Recovery | 'interrupted';
  readonly code: ErrorCode | 'interrupted';
  /** Not before so many milliseconds; null where nothing was said. */
  readonly retryAfterMs: number | null;
  /** Whether the other streams of the connection need not be tried. */
  readonly endsTheRun: boolean;
}

const interrupted: Stop = {
  reason: 'interrupted; the next run goes on from here',
  recovery: 'interrupted',
  code: 'interrupted',
  retryAfterMs: null,
  endsTheRun: true,
};

/** Null when the work was done. What is neither the platform's, the user's nor an abort's doing is a bug, and is thrown. */
export async function attempt(work: () => Promise<void>, signal: AbortSignal | undefined): Promise<Stop | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (signal?.aborted) return interrupted;
    if (!isCommerceError(error)) throw error;
    const retryAfterMs = error instanceof RateLimitError ? error.retryAfterMs : null;
    const { message: reason, recovery, code } = error;
    return { reason, recovery, code, retryAfterMs, endsTheRun: concernsAll(error) };
  }
}

/** What one stream is refused, another may get; with wrong settings, without an answer, in maintenance or with a limit reached, none does. */
function concernsAll({ code, recovery, context }: CommerceError): boolean {
  if (code === 'config') return true;
  if (recovery === 'stop' || code === 'conflict') return false;
  const { status } = context;
  return !(code === 'transport' && typeof status === 'number' && status !== 503);
}
