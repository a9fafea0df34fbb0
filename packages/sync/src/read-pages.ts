import type {
  Checkpoint,
  FailedRecord,
  Instant,
  Lane,
  NativePage,
  NativeRecord,
  ReadQuery,
  SetAside,
  ShapeUpdate,
} from '@cartograph/core';
import { type NormalizedPage, normalizePage } from './normalize-page.js';
import { readAhead } from './read-ahead.js';
import { type RunContext, type Stands, type StreamWork, untold } from './stream-work.js';

/** How far a window or slice is read. */
export interface Position {
  readonly resume: string | null;
  readonly seen: number;
  /** Nothing is left but to close it. */
  readonly ended: boolean;
}

export interface Reading {
  readonly query: ReadQuery;
  readonly lane: Lane;
  /** Records that were met in the window or slice before. */
  readonly seen: number;
  /** The position once the pages up to the token are stored. */
  readonly position: (at: Position) => Partial<Checkpoint>;
  /** Asked after each page; the next run goes on where this one left. */
  readonly mayStop?: () => boolean;
}

/** Reads pages to the end, each a transaction. False where it stopped before. Throws what broke it off. */
export async function readPages(work: StreamWork, reading: Reading): Promise<boolean> {
  const { name, context } = work;
  const { host } = context;
  const query = { ...reading.query, stored: (stream: string) => storedNatives(context, stream) };
  const began = host.now().getTime();
  let { seen } = reading;
  let { resume } = reading.query;
  let newestAt = work.checkpoint.newestAt ?? null;
  let total: number | null = null;
  for await (const page of readAhead(prepared(work, context.session(reading.lane).read(name, query)))) {
    host.signal?.throwIfAborted();
    const met = page.records.length + page.failed.length;
    seen += met;
    resume = page.next ?? resume;
    total = page.total ?? total;
    newestAt = newest(newestAt, page.records);
    await work.commit(
      { ...page.content, counts: { pages: 1, seen: met, setAside: page.content.setAside.length } },
      { ...work.checkpoint, ...reading.position({ resume, seen, ended: page.next === null }), newestAt },
    );
    const elapsedMs = host.now().getTime() - began;
    context.report(name, work.run, standsAt({ total, seen, before: reading.seen, elapsedMs }));
    if (page.next !== null && reading.mayStop?.()) return false;
  }
  return true;
}

async function* storedNatives({ storage, connection }: RunContext, stream: string): AsyncGenerator<NativeRecord> {
  for await (const batch of storage.natives({ connectionId: connection.id, streams: [stream] }))
    for (const { native } of batch) yield native;
}

interface PreparedPage {
  readonly records: readonly NativeRecord[];
  readonly failed: readonly SetAside[];
  readonly next: string | null;
  readonly total: number | null;
  readonly content: NormalizedPage & { readonly shape?: ShapeUpdate };
}

/** Translates a page before it is wanted: while the page before it is written. */
async function* prepared(work: StreamWork, pages: AsyncIterable<NativePage>): AsyncGenerator<PreparedPage> {
  const { connector, connection } = work.context;
  for await (const { records, next, total, failed: unserved = [] } of pages) {
    const normalized = normalizePage(connector, records, connection.shop);
    const failed = unserved.map(record => notServed(work.name, record));
    for (const native of records) work.shapes.record(native);
    const shape = work.shapes.take();
    const content = { ...normalized, setAside: [...normalized.setAside, ...failed], ...(shape && { shape }) };
    yield { records, failed, next, total: total ?? null, content };
  }
}

/** A record of which only the id is known: it waits until the shop can serve it. */
const notServed = (read: string, { stream = read, id, reason }: FailedRecord): SetAside => ({
  native: { stream, id, modifiedAt: null, body: null },
  reason,
  path: null,
});

function newest(known: Instant | null, records: readonly NativeRecord[]): Instant | null {
  let latest = known;
  let latestMs = known === null ? Number.NEGATIVE_INFINITY : Date.parse(known);
  for (const { modifiedAt } of records) {
    if (modifiedAt === null || modifiedAt === latest) continue;
    const ms = Date.parse(modifiedAt);
    if (ms > latestMs) [latest, latestMs] = [modifiedAt, ms];
  }
  return latest;
}

function standsAt({
  total,
  seen,
  before,
  elapsedMs,
}: {
  readonly total: number | null;
  readonly seen: number;
  readonly before: number;
  readonly elapsedMs: number;
}): Stands {
  if (total === null) return untold;
  const remaining = Math.max(0, total - seen);
  const read = seen - before;
  return { total, remaining, leftMs: read === 0 ? null : Math.round((elapsedMs / read) * remaining) };
}
