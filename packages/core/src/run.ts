import type { Instant } from './model/scalars.js';

/** One execution of sync on one connection. */
export interface Run {
  readonly id: string;
  readonly connectionId: string;
  /** Whether everything was to be read again. */
  readonly full: boolean;
  /** The process that executes it, as it holds leases; a run that has no end and whose owner is dead broke off. */
  readonly owner?: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly requests: number;
  /** Requests that were answered 429. */
  readonly limited: number;
  readonly streams: Readonly<Record<string, StreamRun>>;
}

/**
 * `incremental` reads since the mark, `full` everything at once, `backfill` everything in slices, the newest first; each of
 * the latter two tells what is gone, and so does a `sweep`, which reads ids alone.
 */
export type RunKind = 'incremental' | 'full' | 'backfill' | 'sweep';

/** What came of a stream in a run: a certificate, once it is complete or says why it is not. */
export interface StreamRun {
  readonly kind: RunKind;
  readonly since: Instant | null;
  /** Null where no window was opened, as by a sweep. */
  readonly until: Instant | null;
  /** What its reading took, repeated ones included. */
  readonly requests: number;
  /** Native records met, or ids. */
  readonly seen: number;
  /** Model records that are new or whose content changed, deleted and restored ones among them. */
  readonly stored: number;
  readonly unchanged: number;
  /** Native records that could not be served or translated. They do not make a stream incomplete. */
  readonly setAside: number;
  readonly deleted: number;
  readonly restored: number;
  readonly pages: number;
  /** Complete: every record of the window that the platform could serve is stored or set aside. */
  readonly outcome: 'running' | 'complete' | 'incomplete';
  /** A sentence; always there where the outcome is `incomplete`. */
  readonly reason: string | null;
}

/** Whether it is over, and every stream that it read came to its end. */
export const isComplete = ({ finishedAt, streams }: Run): boolean =>
  finishedAt !== null && Object.values(streams).every(({ outcome }) => outcome === 'complete');

/** A run as it was stored, also by versions that knew no kinds and told an `error` of what failed or was interrupted. */
export function readRun(stored: unknown): Run {
  const run = stored as Run & { readonly streams: Readonly<Record<string, StreamRun | EarlierStreamRun>> };
  const streams = Object.entries(run.streams).map(([name, stream]) => [name, readStreamRun(stream, run.full)] as const);
  return { ...run, streams: Object.fromEntries(streams) };
}

interface EarlierStreamRun extends Omit<StreamRun, 'kind' | 'restored' | 'outcome' | 'reason'> {
  readonly outcome: 'complete' | 'interrupted' | 'failed' | 'running';
  readonly error: string | null;
}

function readStreamRun(stream: StreamRun | EarlierStreamRun, full: boolean): StreamRun {
  if ('kind' in stream) return stream;
  const { outcome, error, ...counts } = stream;
  return {
    ...counts,
    kind: full || stream.since === null ? 'full' : 'incremental',
    restored: 0,
    outcome: outcome === 'complete' || outcome === 'running' ? outcome : 'incomplete',
    reason: error,
  };
}
