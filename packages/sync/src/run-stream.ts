import { type StreamRun, UnsupportedError } from '@cartograph/core';
import { isBackfilled } from './backfill.js';
import { openedRun } from './certificate.js';
import { withLease } from './lease.js';
import { readSlice } from './read-slice.js';
import { readWindow } from './read-window.js';
import { ShapeRecorder } from './shape/recorder.js';
import { type RunContext, StreamWork } from './stream-work.js';
import { sweepStream } from './sweep-stream.js';
import { openWindow } from './window.js';

/** What one stream came to in its turn. */
export interface Turn {
  readonly run: StreamRun;
  /** Whether it has more to do in this run: the other streams have their turn first. */
  readonly more: boolean;
}

/**
 * Reads one stream through its window, or a part of its backfill, a page a transaction. Throws what stopped it; what was
 * committed until then stays, and the next run goes on from there. `before` is what the turn before came to.
 */
export const readStream = (context: RunContext, name: string, before?: StreamRun): Promise<Turn> =>
  withLease(context, name, async fence => {
    const work = await openWork(context, name, fence, before);
    if (isBackfilled(work.stream, work.checkpoint, context)) {
      const more = await readSlice(work, before === undefined);
      return { run: work.run, more };
    }
    const { runId, full } = context;
    await readWindow(
      work,
      openWindow(work.stream, work.checkpoint, { now: context.clock().toISOString(), runId, full }),
    );
    return { run: work.run, more: false };
  });

/** Reads the ids of one stream, and marks as deleted what is gone. */
export const sweepOne = (context: RunContext, name: string): Promise<Turn> =>
  withLease(context, name, async fence => {
    const work = await openWork(context, name, fence);
    if (work.stream.sweepEveryMs === null) {
      throw new UnsupportedError(`${name} is not swept: every run reads it whole, or nothing of it is ever deleted`);
    }
    await sweepStream(work);
    return { run: work.run, more: false };
  });

async function openWork(context: RunContext, name: string, fence: number, before?: StreamRun): Promise<StreamWork> {
  const { connection, connector, storage } = context;
  const stream = connector.streams[name];
  if (!stream) throw new TypeError(`${connector.title} has no stream ${name}`);
  const checkpoint = (await storage.checkpoint(connection.id, name)) ?? { mark: null, window: null };
  const shapes = new ShapeRecorder(await storage.shape(connection.id, name));
  const run = before ?? openedRun('incremental', null, null);
  return new StreamWork(context, name, { stream, shapes, checkpoint, run, fence });
}
