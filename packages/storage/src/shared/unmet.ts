import type { UnmetQuery } from '@cartograph/core';
import type { RowKey, Tables, UnmetNative } from './tables.js';

const batchSize = 1000;

/** What the run did not meet of the stream, in batches: how much that is, memory does not feel. */
export function* unmetNatives(
  tables: Tables,
  { connectionId, stream, runId }: Omit<UnmetQuery, 'limit'>,
): Generator<UnmetNative> {
  let after: RowKey | null = null;
  for (;;) {
    const batch: readonly UnmetNative[] = tables.unmetNatives(connectionId, stream, runId, after, batchSize);
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < batchSize) return;
    after = last.key;
  }
}

/** The ids of those that are stored or set aside. */
export function unmetIds(tables: Tables, query: UnmetQuery): readonly string[] {
  const { connectionId, stream, limit } = query;
  const ids: string[] = [];
  for (const { id, gone } of unmetNatives(tables, query)) {
    if (ids.length === limit) break;
    if (!gone || tables.setAsideBody({ connectionId, stream, id }) !== undefined) ids.push(id);
  }
  return ids;
}
