import type { OpenBackfill } from '@cartograph/core';
import { nextSlice, openBackfill } from './backfill.js';
import { openedRun, resumedRun } from './certificate.js';
import { endEnumeration } from './enumeration.js';
import { type Reading, readPages } from './read-pages.js';
import { readThrough } from './read-window.js';
import type { StreamWork } from './stream-work.js';
import { isReadingDue, markAfter, openWindow } from './window.js';

/** How long a slice may be read before the other streams have their turn. */
const turnMs = 5 * 60_000;

/**
 * One turn of a backfill: first what changed since it was opened, where that is due, then the newest slice that is left, or
 * a part of it. Answers whether there is more.
 */
export async function readSlice(work: StreamWork, isFirstTurn: boolean): Promise<boolean> {
  const { context, stream } = work;
  const now = context.clock().toISOString();
  const resumed = work.checkpoint.backfill;
  const backfill = resumed ?? openBackfill(context.runId, now);
  if (isFirstTurn) {
    const place = { storage: context.storage, connectionId: context.connection.id, stream: work.name };
    work.run = await resumedRun(place, openedRun('backfill', null, backfill.startedAt));
  }
  if (!resumed) {
    const mark = markAfter(backfill.startedAt, stream);
    work.checkpoint = { ...work.checkpoint, mark, window: null, sweep: null, backfill };
  }
  if (isReadingDue(work.checkpoint, stream, now)) {
    const window = openWindow(stream, work.checkpoint, { now, runId: backfill.runId, full: false });
    await readThrough(work, window, {});
  }
  return readOne(work, backfill);
}

async function readOne(work: StreamWork, backfill: OpenBackfill): Promise<boolean> {
  const { slice } = backfill;
  const endsAt = work.context.host.now().getTime() + turnMs;
  let { met } = backfill;
  const reading: Reading = {
    query: slice,
    lane: 'backfill',
    seen: slice.seen ?? 0,
    position: at => {
      met ||= at.seen > 0;
      return { backfill: { ...backfill, met, slice: { ...slice, ...at } } };
    },
    mayStop: () => work.context.host.now().getTime() >= endsAt,
  };
  if (!slice.ended && !(await readPages(work, reading))) return true;
  const next = nextSlice(backfill);
  if (next !== null) {
    await work.commit({}, { ...work.checkpoint, backfill: { ...backfill, met, slice: next } });
    return true;
  }
  const shape = work.shapes.finish({ whole: false, full: true });
  const now = work.now();
  const closed = {
    ...work.checkpoint,
    backfill: null,
    completedAt: work.checkpoint.completedAt ?? now,
    enumeratedAt: now,
  };
  await endEnumeration(work, met, { runId: backfill.runId, evidence: 'enumeration', closed, shape });
  return false;
}
