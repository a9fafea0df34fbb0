import type { Checkpoint, Instant, OpenBackfill, Slice, Stream } from '@cartograph/core';

const dayMs = 24 * 60 * 60_000;

/** How far back each slice reaches; the last one has all that is older. */
const reachesMs = [30 * dayMs, 90 * dayMs, 365 * dayMs, 3 * 365 * dayMs];

const back = (from: Instant, ms: number): Instant => new Date(Date.parse(from) - ms).toISOString();

export const openBackfill = (runId: string, startedAt: Instant): OpenBackfill => ({
  runId,
  startedAt,
  slice: sliceBefore(startedAt, startedAt),
  met: false,
});

/** The slice after the one that is read; null where that was the last. */
export const nextSlice = ({ startedAt, slice }: OpenBackfill): Slice | null =>
  slice.since === null ? null : sliceBefore(startedAt, slice.since);

function sliceBefore(startedAt: Instant, until: Instant): Slice {
  const age = Date.parse(startedAt) - Date.parse(until);
  const reachMs = reachesMs.find(reach => reach > age);
  return { since: reachMs === undefined ? null : back(startedAt, reachMs), until, resume: null };
}

/** Whether a run reads the stream in slices: one that is open is gone on with, unless everything is to be read at once. */
export function isBackfilled(
  stream: Stream,
  checkpoint: Checkpoint,
  { full, newestFirst }: { readonly full: boolean; readonly newestFirst: boolean },
): boolean {
  if (checkpoint.backfill) return newestFirst || !full;
  const isNew = full || (checkpoint.mark === null && checkpoint.window === null);
  return newestFirst && isNew && stream.incremental !== 'none';
}
