import type { Checkpoint, Instant, Stream } from '@cartograph/core';

/** How far behind its shop a stream may be before it is late, and before it is stalled: in times of its cadence. */
const [lateAfter, stalledAfter] = [2, 10];

/**
 * `fresh`: read as often as it should be. `late`: some readings are missing. `stalled`: nothing comes any more. Where a
 * stream is fresh and its newest record is old, it is the shop that is quiet.
 */
export interface Freshness {
  /** When its last window was read to the end. */
  readonly completedAt: Instant | null;
  /** How long ago that was, both by our clock: the platform's may be wrong. Null for one that was never read to its end. */
  readonly lagMs: number | null;
  /** Null for one that was never read to its end. */
  readonly state: 'fresh' | 'late' | 'stalled' | null;
  /** The platform's own time of the record changed last among those met. */
  readonly newestAt: Instant | null;
  /** What is under way and will be gone on with. */
  readonly open: 'window' | 'backfill' | 'sweep' | null;
}

export function freshnessOf(
  { everyMs, lagMs: overlapMs }: Pick<Stream, 'everyMs' | 'lagMs'>,
  checkpoint: Checkpoint | null,
  nowMs: number,
): Freshness {
  const { mark = null, completedAt = null, newestAt = null } = checkpoint ?? {};
  // While the first backfill is open the mark only tells where incremental reading began.
  const readAt = completedAt ?? (checkpoint?.backfill ? null : mark);
  const lagMs = readAt === null ? null : Math.max(0, nowMs - Date.parse(readAt));
  return { completedAt, lagMs, state: stateOf(lagMs, everyMs, overlapMs), newestAt, open: openOf(checkpoint) };
}

function stateOf(lagMs: number | null, everyMs: number, overlapMs: number): Freshness['state'] {
  if (lagMs === null) return null;
  if (lagMs <= lateAfter * everyMs + overlapMs) return 'fresh';
  return lagMs <= stalledAfter * everyMs + overlapMs ? 'late' : 'stalled';
}

function openOf(checkpoint: Checkpoint | null): Freshness['open'] {
  if (checkpoint?.backfill) return 'backfill';
  if (checkpoint?.window) return 'window';
  return checkpoint?.sweep ? 'sweep' : null;
}
