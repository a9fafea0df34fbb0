import type { Checkpoint, Instant, ReadWindow, Stream } from '@cartograph/core';

/** The window in which a run reads a stream: the unfinished one of an earlier run, or a new one that ends now. */
export function openWindow(
  stream: Stream,
  checkpoint: Checkpoint,
  { now, runId, full }: { readonly now: Instant; readonly runId: string; readonly full: boolean },
): ReadWindow {
  const unfinished = checkpoint.window;
  if (unfinished && (unfinished.full || !full)) return unfinished;
  const since = full || stream.incremental === 'none' ? null : checkpoint.mark;
  return { since, until: now, resume: null, runId, full: since === null };
}

/**
 * Where the next window starts: when this one was opened, by the platform's clock, less the stream's lag. Never the
 * newest record seen: one that was slow to surface would be passed over.
 */
export const markAfter = (until: Instant, stream: Stream): Instant =>
  new Date(Date.parse(until) - stream.lagMs).toISOString();

/** Whether a stream that is worked on for long is to be read in between. An incremental window that broke off is gone on with at once. */
export function isReadingDue({ mark, window }: Checkpoint, { everyMs, lagMs }: Stream, now: Instant): boolean {
  return window !== null || mark === null || Date.parse(now) - Date.parse(mark) >= everyMs + lagMs;
}
