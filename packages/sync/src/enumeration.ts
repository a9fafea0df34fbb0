import {
  type Checkpoint,
  isCommerceError,
  type NativeRecord,
  type ShapeUpdate,
  type StreamRun,
} from '@cartograph/core';
import { normalizePage } from './normalize-page.js';
import type { StreamWork } from './stream-work.js';

export interface Enumeration {
  /** By which the records that were met are told. */
  readonly runId: string;
  readonly evidence: 'enumeration' | 'sweep';
  /** Once everything is met or known to be gone. */
  readonly closed: Checkpoint;
  readonly shape?: ShapeUpdate | null;
}

/** So many that were not met are asked for one by one; they show whether the enumeration is to be believed about the others. */
export const mostConfirmed = 500;

/**
 * Ends an enumeration that reached its end. What was not met is asked for by id: one that was slow to be listed, or slipped
 * from one page to another, is there and is stored; the others are marked as deleted. Beyond `mostConfirmed` the rest is
 * marked without being asked for, unless one of those that were asked for was there. An enumeration that met nothing proves
 * nothing.
 */
export async function endEnumeration(work: StreamWork, met: boolean, enumeration: Enumeration): Promise<void> {
  const { closed, runId, evidence } = enumeration;
  const shape = enumeration.shape ?? undefined;
  const { connection, connector, storage } = work.context;
  const { enumeratedAt = null } = work.checkpoint;
  const unproven = { ...closed, enumeratedAt };
  if (!met) {
    // Nothing was there before either: that is a proof.
    const [lost] = await storage.unmet({ connectionId: connection.id, stream: work.name, runId, limit: 1 });
    const ending =
      lost === undefined ? complete : { ...complete, ...(evidence === 'sweep' && incomplete(nothingListed)) };
    return work.commit({ ...(shape && { shape }) }, lost === undefined ? closed : unproven, ending);
  }
  const query = { connectionId: connection.id, stream: work.name, runId, limit: mostConfirmed + 1 };
  const unmet = await storage.unmet(query);
  const asked = unmet.slice(0, mostConfirmed);
  const found = asked.length === 0 ? new Map<string, NativeRecord | null>() : await findUnmet(work, asked);
  if (found === null) return work.sweep({ runId, evidence, ...(shape && { shape }) }, closed, complete);
  const there = [...found.values()].filter(record => record !== null);
  const gone = [...found].filter(([, record]) => record === null).map(([id]) => id);
  const normalized = normalizePage(connector, there, connection.shop);
  const counts = { pages: 0, seen: there.length, setAside: normalized.setAside.length };
  const page = { ...normalized, gone, counts, ...(shape && { shape }) };
  const untold = asked.length - found.size;
  if (unmet.length > asked.length && there.length === 0 && untold === 0) {
    await work.commit(page, work.checkpoint);
    return work.sweep({ runId, evidence }, closed, complete);
  }
  if (unmet.length > asked.length)
    return work.commit(page, unproven, incomplete(unreliable(there.length, asked.length)));
  if (untold > 0) return work.commit(page, unproven, incomplete(noWord(untold)));
  return work.commit(page, closed, complete);
}

const complete: Partial<StreamRun> = { outcome: 'complete' };
const incomplete = (reason: string): Partial<StreamRun> => ({ outcome: 'incomplete', reason });

const nothingListed = 'the platform listed no id at all, so nothing was taken to be gone';
const unreliable = (there: number, asked: number): string =>
  `more than ${asked} records were not listed and ${there} of ${asked} are there all the same: the others stay until the next time`;
const noWord = (count: number): string =>
  `${count} records that were not listed could not be asked for: they stay until the next time`;

/** Null where the platform cannot be asked by id: then the enumeration itself is the evidence. */
async function findUnmet(
  work: StreamWork,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NativeRecord | null> | null> {
  try {
    return await work.context.session('backfill').find(work.name, ids);
  } catch (error) {
    if (isCommerceError(error) && error.code === 'unsupported') return null;
    throw error;
  }
}
