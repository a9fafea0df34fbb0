import type { Connection, Connector, ReadWindow, Session, Storage, StreamRun } from '@cartograph/core';
import { normalizePage } from './normalize-page.js';
import { readAhead } from './read-ahead.js';
import { ShapeRecorder } from './shape/recorder.js';
import { markAfter, openWindow } from './window.js';

/** What a run hands to each of its streams. */
export interface RunContext {
  readonly connection: Connection;
  readonly connector: Connector;
  readonly session: Session;
  readonly storage: Storage;
  readonly now: () => Date;
  readonly runId: string;
  readonly full: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A stream's run as far as the stream knows it: who sends its requests counts them. */
export type StreamCounts = Omit<StreamRun, 'requests'>;
export type StreamProgress = (run: StreamCounts, total: number | null) => void;

/**
 * Reads one stream through its window, a page a transaction. Throws what stopped it; what was committed until then stays,
 * and the next run goes on from there.
 */
export async function runStream(context: RunContext, name: string, report: StreamProgress): Promise<StreamCounts> {
  const { connection, connector, session, storage, now, signal } = context;
  const stream = connector.streams[name];
  if (!stream) throw new TypeError(`${connector.title} has no stream ${name}`);
  const checkpoint = await storage.checkpoint(connection.id, name);
  const mark = checkpoint?.mark ?? null;
  const window = openWindow(stream, checkpoint, { ...context, now: session.now().toISOString() });
  const page = {
    connectionId: connection.id,
    platform: connector.id,
    stream: name,
    runId: window.runId,
    mapperVersion: connector.mapperVersion,
  };
  let run = startedRun(window);
  let { resume } = window;
  const shapes = new ShapeRecorder(await storage.shape(connection.id, name));
  for await (const { records, next, total } of readAhead(session.read(name, window))) {
    signal?.throwIfAborted();
    // After the last page the window stays open on it until it is closed: a crash in between repeats that page only.
    resume = next ?? resume;
    const normalized = normalizePage(connector, records, connection.shop);
    const checkpoint = { mark, window: { ...window, resume } };
    for (const native of records) shapes.record(native);
    const shape = shapes.take();
    const result = await storage.commit({
      ...page,
      ...normalized,
      ...(shape && { shape }),
      checkpoint,
      at: now().toISOString(),
    });
    run = {
      ...run,
      pages: run.pages + 1,
      seen: run.seen + records.length,
      stored: run.stored + result.stored,
      unchanged: run.unchanged + result.unchanged,
      setAside: run.setAside + normalized.setAside.length,
      deleted: run.deleted + result.deleted,
      restored: run.restored + result.restored,
    };
    report(run, total ?? null);
  }
  const shape = shapes.finish({ whole: window.resume === null, full: window.full });
  const closing = {
    ...page,
    at: now().toISOString(),
    checkpoint: { mark: markAfter(window, stream), window: null },
    ...(shape && { shape }),
  };
  // Only a complete enumeration that met something tells what is gone.
  const swept = window.full && (run.seen > 0 || window.resume !== null);
  if (!swept) await storage.commit({ ...closing, natives: [], setAside: [] });
  const gone = swept ? (await storage.sweep(closing)).deleted : 0;
  return { ...run, stored: run.stored + gone, deleted: run.deleted + gone, outcome: 'complete' };
}

const startedRun = ({ since, until, full }: ReadWindow): StreamCounts => ({
  kind: full ? 'full' : 'incremental',
  since,
  until,
  seen: 0,
  stored: 0,
  unchanged: 0,
  setAside: 0,
  deleted: 0,
  restored: 0,
  pages: 0,
  outcome: 'running',
  reason: null,
});
