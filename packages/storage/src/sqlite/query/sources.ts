import type { ListPosition, ListQuery } from '@cartograph/core';
import { everyKey, intersection, type KeyRange } from '../../shared/key-range.js';
import { compareText } from '../../shared/text.js';
import type { Access } from './access.js';

/** A part of an index in which records stand in their order. */
export interface Source {
  readonly connectionId: string;
  /** For the question marks of `sourceSql`. */
  readonly bound: readonly (string | number)[];
}

/** Each connection, and in it each value that is sought, in its own order. */
export function sourcesOf(
  { lookups, range, descending }: Access,
  connections: readonly string[],
  after: ListQuery['after'] = null,
): readonly Source[] {
  return connections.flatMap(connectionId => {
    const { from, below } = intersection(range, rangeAfter(after, connectionId, descending));
    return lookups.map(lookup => ({ connectionId, bound: [connectionId, ...lookup, from, below] }));
  });
}

export const sourceSql = ({ from, where, position }: Access['index']): string =>
  `FROM ${from} WHERE ${where} AND ${position} >= ? AND ${position} < ?`;

/** A bare question mark here would have SQLite compile the statement anew for every number. */
export const limitSql = 'LIMIT ? + 0';

/** The keys of a connection that come after the position. */
function rangeAfter(after: ListPosition | null, connectionId: string, descending: boolean): KeyRange {
  if (after === null) return everyKey;
  const order = compareText(connectionId, after.connectionId);
  // A key with this behind it is the first after the key itself.
  const next = `${after.key}\u0000`;
  if (descending) return { ...everyKey, below: order < 0 ? next : after.key };
  return { ...everyKey, from: order > 0 ? after.key : next };
}
