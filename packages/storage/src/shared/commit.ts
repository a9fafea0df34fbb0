import type { CommitResult, PageCommit } from '@cartograph/core';
import { unknownConnection } from './connection.js';
import { basisOf, writeNative } from './native.js';
import { saveShape } from './shape.js';
import type { Tables } from './tables.js';

/** Writes a page; the driver makes it one transaction. */
export function commitPage(tables: Tables, page: PageCommit): CommitResult {
  const { connectionId, stream } = page;
  const shop = tables.shop(connectionId);
  if (shop === null) throw unknownConnection(connectionId);
  const runId = metBy(page);
  const writing = { page, runId, basis: basisOf(page.mapperVersion, shop) };
  // A page may re-read records of another stream, and these keep their place there.
  const streams = new Set(page.natives.map(({ native }) => native.stream));
  const waiting = new Set([...streams].filter(name => tables.hasSetAside(connectionId, name)));
  let stored = 0;
  let unchanged = 0;
  for (const { native, records } of page.natives) {
    const changes = writeNative(tables, writing, native, records);
    stored += changes.stored;
    unchanged += changes.unchanged;
    if (waiting.has(native.stream)) tables.removeSetAside({ connectionId, stream: native.stream, id: native.id });
  }
  for (const setAside of page.setAside) {
    const name = { connectionId, stream: setAside.native.stream, id: setAside.native.id };
    const known = tables.findNative(name);
    if (known === undefined) tables.addNative(name, runId, null);
    else tables.meetNative(known.key, runId);
    tables.putSetAside(name, setAside, page.at);
  }
  tables.saveCheckpoint(connectionId, stream, page.checkpoint);
  if (page.shape) saveShape(tables, page, page.shape);
  return { stored, unchanged };
}

/** A page that is committed inside an open window counts for that window's run, even if another run wrote it. */
const metBy = (page: PageCommit): string => page.checkpoint.window?.runId ?? page.runId;
