import {
  everyStream,
  type Instant,
  type NativeRecord,
  type NormalizedRecord,
  type Replay,
  type ReplayResult,
} from '@cartograph/core';
import { encode } from './encoding.js';
import { appendChanges } from './feed.js';
import { isOlder } from './instants.js';
import { passFence } from './lease.js';
import { logged } from './logged.js';
import { basisOf, type NativeWriting } from './native.js';
import { placeRecord } from './record.js';
import { heldRecords, releaseRecord } from './release.js';
import { type NativeName, type NativeState, type RowKey, type Tables, unserved } from './tables.js';

/** Writes anew what stored native records yield; the driver makes it one transaction. */
export function replayPage(driver: Tables, replay: Replay): ReplayResult {
  const { connectionId, platform, mapperVersion, at, natives, setAside } = replay;
  passFence(driver, replay, everyStream);
  const { tables, changes } = logged(driver);
  const basis = basisOf(mapperVersion, JSON.stringify(replay.shop));
  const writing = { connectionId, platform, mapperVersion, at, basis, changes: [] };
  let unchanged = 0;
  let overtaken = 0;
  for (const { native, records } of natives) {
    const latest = findLatest(tables, connectionId, native);
    if (latest === null) overtaken += 1;
    else unchanged += replayNative(tables, writing, latest, { native, records });
  }
  for (const failed of setAside) {
    const latest = findLatest(tables, connectionId, failed.native);
    if (latest === null) overtaken += 1;
    else if (!latest.isAwaited) tables.putSetAside(latest.name, failed, at);
  }
  return { changes, unchanged, overtaken, sequence: appendChanges(tables, writing) };
}

interface Latest {
  readonly name: NativeName;
  readonly known: NativeState;
  readonly bytes: Buffer;
  readonly hash: string;
  /** The shop could not serve it the last time: it stays set aside, whatever comes of the body from before. */
  readonly isAwaited: boolean;
}

/** Null where the body is not what came last of the native record: it came anew, or went, since it was read. */
function findLatest(tables: Tables, connectionId: string, { stream, id, body }: NativeRecord): Latest | null {
  const name = { connectionId, stream, id };
  const known = tables.findNative(name);
  if (known === undefined) return null;
  const { bytes, hash } = encode(body);
  const waiting = tables.setAsideBody(name);
  const isAwaited = waiting === unserved;
  const isLatest = waiting === undefined || isAwaited ? known.hash === hash : waiting === bytes.toString();
  return isLatest ? { name, known, bytes, hash, isAwaited } : null;
}

/** Answers how many of its records stayed as they are. Which run met it last is not touched: a sweep goes by that. */
function replayNative(
  tables: Tables,
  writing: Omit<NativeWriting, 'runId'>,
  { name, known: { key, hash: storedHash, runId }, bytes, hash, isAwaited }: Latest,
  { native: { modifiedAt }, records }: NormalizedRecord,
): number {
  const earlier = heldRecords(tables, key);
  if (hash === storedHash) tables.rebaseNative(key, writing.basis);
  else tables.changeNative(key, runId, { modifiedAt, body: bytes, hash, basis: writing.basis });
  if (!isAwaited) tables.removeSetAside(name);
  const yielded = new Set<RowKey>();
  let unchanged = 0;
  for (const record of records) {
    const placed = placeRecord(tables, writing, { key }, record, ownerStands);
    yielded.add(placed.key);
    if (!placed.changed) unchanged += 1;
  }
  for (const held of earlier) {
    if (!yielded.has(held.key)) releaseRecord(tables, writing, held, key, 'not yielded');
  }
  return unchanged;
}

/** The owner is replayed too: its version stands unless this one is newer, or the order of the replay would decide. */
const ownerStands = (own: Instant | null, owners: Instant | null): boolean => !isOlder(owners, own);
