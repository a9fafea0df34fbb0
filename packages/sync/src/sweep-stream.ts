import { isCommerceError, type NativeRecord, type OpenSweep } from '@cartograph/core';
import { openedRun, resumedRun } from './certificate.js';
import { endEnumeration } from './enumeration.js';
import { normalizePage } from './normalize-page.js';
import { readAhead } from './read-ahead.js';
import { readThrough } from './read-window.js';
import { type StreamWork, untold } from './stream-work.js';
import { isReadingDue, openWindow } from './window.js';

/** Reads every id of the stream and marks as deleted what is gone. Throws what broke it off; the next one goes on from there. */
export async function sweepStream(work: StreamWork): Promise<void> {
  const { name, context, checkpoint } = work;
  const session = context.session('backfill');
  const sweep: OpenSweep = checkpoint.sweep ?? { runId: context.runId, resume: null };
  let { resume } = sweep;
  let met = sweep.met ?? false;
  work.checkpoint = { ...checkpoint, sweep };
  const opened = openedRun('sweep', null, null);
  const place = { storage: context.storage, connectionId: context.connection.id, stream: name };
  work.run = checkpoint.sweep ? await resumedRun(place, opened) : opened;
  for await (const { ids, next } of sweep.ended ? [] : readAhead(session.ids(name, resume))) {
    context.host.signal?.throwIfAborted();
    met ||= ids.length > 0;
    resume = next ?? resume;
    const missing = await work.meet(sweep.runId, ids);
    const page = normalizePage(context.connector, await findMissing(work, missing), context.connection.shop);
    const counts = { pages: 1, seen: ids.length, setAside: page.setAside.length };
    // The position moves with what the page was missing, so that a crash in between asks for it again.
    await work.commit(
      { ...page, counts },
      { ...work.checkpoint, sweep: { ...sweep, resume, met, ended: next === null } },
    );
    context.report(name, work.run, untold);
    await readBetween(work);
  }
  const closed = { ...work.checkpoint, sweep: null, enumeratedAt: work.now() };
  await endEnumeration(work, met, { runId: sweep.runId, evidence: 'sweep', closed });
}

/** What changed does not wait for a sweep that takes long. */
async function readBetween(work: StreamWork): Promise<void> {
  const now = work.context.clock().toISOString();
  if (!isReadingDue(work.checkpoint, work.stream, now)) return;
  const window = openWindow(work.stream, work.checkpoint, { now, runId: work.context.runId, full: false });
  if (!window.full) await readThrough(work, window, {});
}

/** What is listed and neither stored nor set aside: it was missed, or came back. */
async function findMissing(work: StreamWork, ids: readonly string[]): Promise<readonly NativeRecord[]> {
  if (ids.length === 0) return [];
  try {
    const found = await work.context.session('backfill').find(work.name, ids);
    return [...found.values()].filter(record => record !== null);
  } catch (error) {
    if (isCommerceError(error) && error.code === 'unsupported') return [];
    throw error;
  }
}
