import type { ListPosition } from '@cartograph/core';
import { compareText } from './text.js';

/** A record that was found, by its place and as the driver knows it. */
export interface Found<Row> extends ListPosition {
  readonly record: Row;
}

/** What one of several sources has found, in any order. */
export interface SourcePage<Row> {
  readonly found: readonly Found<Row>[];
  /** Where it stopped to look, though there may be more; null where it came to its end. */
  readonly stoppedAt: ListPosition | null;
}

interface Page {
  readonly descending: boolean;
  readonly limit: number;
}

/** One page of all sources, and where the next one begins. Nothing that a source may still precede is shown. */
export function mergeSources<Row>(
  sources: readonly SourcePage<Row>[],
  { descending, limit }: Page,
): { readonly records: readonly Row[]; readonly next: ListPosition | null } {
  const compare = descending
    ? (one: ListPosition, other: ListPosition) => comparePositions(other, one)
    : comparePositions;
  const [horizon = null] = sources.flatMap(({ stoppedAt }) => stoppedAt ?? []).sort(compare);
  const inOrder = sources.flatMap(({ found }) => found).sort(compare);
  const found = inOrder
    // A record that several sources found stands beside itself.
    .filter(({ record }, index) => record !== inOrder[index - 1]?.record)
    .filter(one => horizon === null || compare(one, horizon) <= 0);
  const page = found.slice(0, limit);
  const next = found.length > limit ? page.at(-1) : horizon;
  return {
    records: page.map(({ record }) => record),
    next: next ? { connectionId: next.connectionId, key: next.key } : null,
  };
}

/** In the order of the sort key, then of the connection. */
export const comparePositions = (one: ListPosition, other: ListPosition): number =>
  compareText(one.key, other.key) || compareText(one.connectionId, other.connectionId);
