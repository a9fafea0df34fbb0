import type { ReadWindow, StreamRun } from '@cartograph/core';
import { openedRun, resumedRun } from './certificate.js';
import { endEnumeration } from './enumeration.js';
import { readPages } from './read-pages.js';
import type { StreamWork } from './stream-work.js';
import { markAfter } from './window.js';

/** Reads a window to its end, closes it and moves the mark. */
export async function readWindow(work: StreamWork, window: ReadWindow): Promise<void> {
  const opened = openedRun(window.full ? 'full' : 'incremental', window.since, window.until);
  const { storage, connection, runId } = work.context;
  const place = { storage, connectionId: connection.id, stream: work.name };
  work.run = window.runId === runId ? opened : await resumedRun(place, opened);
  await readThrough(work, window, { outcome: 'complete' });
}

/** The same, on the certificate that stands; `ending` is what becomes of it. */
export async function readThrough(work: StreamWork, window: ReadWindow, ending: Partial<StreamRun>): Promise<void> {
  // Whatever else was under way, everything there is comes now.
  if (window.full) work.checkpoint = { ...work.checkpoint, sweep: null, backfill: null };
  if (!window.ended) {
    await readPages(work, {
      query: window,
      lane: window.full ? 'backfill' : 'incremental',
      seen: window.seen ?? 0,
      position: at => ({ window: { ...window, ...at } }),
    });
  }
  const shape = work.shapes.finish({ whole: window.resume === null, full: window.full });
  const now = work.now();
  const closed = { ...work.checkpoint, mark: markAfter(window.until, work.stream), window: null, completedAt: now };
  if (!window.full) return work.commit({ ...(shape && { shape }) }, closed, ending);
  const met = window.resume !== null || (work.checkpoint.window?.seen ?? 0) > 0;
  const { runId } = window;
  await endEnumeration(work, met, { runId, evidence: 'enumeration', closed: { ...closed, enumeratedAt: now }, shape });
}
