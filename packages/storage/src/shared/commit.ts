import type { Checkpoint, CommitResult, PageCommit } from '@cartograph/core';
import { type Encoded, Encoder } from './encoding.js';
import { appendChanges, countOf, type Writing } from './feed.js';
import { passFence } from './lease.js';
import { basisOf, writeNative } from './native.js';
import { releaseNative } from './release.js';
import { saveShape } from './shape.js';
import type { Tables } from './tables.js';

/** The bodies of the native records of a page, in their order and side by side. */
export function encodeBodies({ natives }: Pick<PageCommit, 'natives'>): readonly Encoded[] {
  const encoder = new Encoder();
  return natives.map(({ native }) => encoder.encode(native.body));
}

/** Writes a page; the driver makes it one transaction. */
export function commitPage(tables: Tables, page: PageCommit, bodies: readonly Encoded[]): CommitResult {
  const { connectionId, stream, at } = page;
  passFence(tables, page, stream);
  const writing: Writing = { connectionId, at, changes: [] };
  const unchanged = writeNatives(tables, page, writing, bodies);
  for (const setAside of page.setAside) {
    const name = { connectionId, stream: setAside.native.stream, id: setAside.native.id };
    const known = tables.findNative(name);
    const runId = metBy(tables, page, name.stream);
    if (known === undefined) tables.addNative(name, runId, null);
    else tables.meetNative(known.key, runId);
    tables.putSetAside(name, setAside, at);
  }
  for (const id of page.gone ?? []) {
    const name = { connectionId, stream, id };
    const known = tables.findNative(name);
    if (known) releaseNative(tables, writing, known.key, 'not found');
    tables.removeSetAside(name);
  }
  tables.saveCheckpoint(connectionId, stream, page.checkpoint);
  if (page.shape) saveShape(tables, page, page.shape);
  return {
    stored: writing.changes.length,
    unchanged,
    deleted: countOf(writing, 'deleted'),
    restored: countOf(writing, 'restored'),
    sequence: appendChanges(tables, writing),
  };
}

/** Answers how many model records are as they were. */
function writeNatives(tables: Tables, page: PageCommit, writing: Writing, bodies: readonly Encoded[]): number {
  const { connectionId, platform, mapperVersion } = page;
  const basis = basisOf(mapperVersion, tables.shop(connectionId) ?? '');
  const common = { ...writing, platform, mapperVersion, basis };
  // A page may re-read records of another stream, and these keep their place there.
  const names = new Set(page.natives.map(({ native }) => native.stream));
  const streams = new Map([...names].map(name => [name, { ...common, runId: metBy(tables, page, name) }]));
  const waiting = new Set([...names].filter(name => tables.hasSetAside(connectionId, name)));
  let unchanged = 0;
  for (const [position, { native, records }] of page.natives.entries()) {
    const { stream, id } = native;
    const [into, body] = [streams.get(stream), bodies[position]];
    if (into === undefined || body === undefined) throw new TypeError(`the body of ${stream} ${id} is not encoded`);
    unchanged += writeNative(tables, into, native, body, records);
    if (waiting.has(stream)) tables.removeSetAside({ connectionId, stream, id });
  }
  return unchanged;
}

/** The run by which a native record counts as met: the one that enumerates its stream, even if another run wrote the page. */
function metBy(tables: Tables, page: PageCommit, stream: string): string {
  const own = stream === page.stream;
  const checkpoint = own ? page.checkpoint : tables.checkpoint(page.connectionId, stream);
  return enumerating(checkpoint) ?? page.checkpoint.window?.runId ?? page.runId;
}

const enumerating = (checkpoint: Checkpoint | null): string | undefined =>
  checkpoint?.window?.full ? checkpoint.window.runId : (checkpoint?.sweep ?? checkpoint?.backfill)?.runId;
