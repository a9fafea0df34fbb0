import type { CommitResult, Instant, RunKind, Storage, StreamRun } from '@cartograph/core';

const nothing = { requests: 0, seen: 0, stored: 0, unchanged: 0, setAside: 0, deleted: 0, restored: 0, pages: 0 };

/** `requests` are those before the turn; who sends them counts the others. */
export const openedRun = (kind: RunKind, since: Instant | null, until: Instant | null): StreamRun => ({
  kind,
  since,
  until,
  ...nothing,
  outcome: 'running',
  reason: null,
});

/** What was counted in the same window before it broke off: a certificate is of the whole window, whatever number of runs it took. */
export async function resumedRun(
  {
    storage,
    connectionId,
    stream,
  }: { readonly storage: Storage; readonly connectionId: string; readonly stream: string },
  opened: StreamRun,
): Promise<StreamRun> {
  const isSame = ({ kind, since, until }: StreamRun) =>
    kind === opened.kind && since === opened.since && until === opened.until;
  for (const { streams } of await storage.runs(connectionId, mostRunsBetween)) {
    const run = streams[stream];
    if (run && isSame(run)) return { ...run, outcome: 'running', reason: null };
  }
  return opened;
}

/** Runs of other streams between one that broke off and the one that goes on. */
const mostRunsBetween = 100;

/** A stream that was not read, or not to its end. */
export const stoppedRun = (run: StreamRun | undefined, kind: RunKind, reason: string): StreamRun => ({
  ...(run ?? openedRun(kind, null, null)),
  outcome: 'incomplete',
  reason,
});

/** What a page was, beside what came of storing it. */
export interface PageCounts {
  readonly pages: number;
  readonly seen: number;
  readonly setAside: number;
}

export const withPage = (
  run: StreamRun,
  page: PageCounts,
  { stored, unchanged, deleted, restored }: Omit<CommitResult, 'sequence'>,
): StreamRun => ({
  ...run,
  pages: run.pages + page.pages,
  seen: run.seen + page.seen,
  setAside: run.setAside + page.setAside,
  stored: run.stored + stored,
  unchanged: run.unchanged + unchanged,
  deleted: run.deleted + deleted,
  restored: run.restored + restored,
});
