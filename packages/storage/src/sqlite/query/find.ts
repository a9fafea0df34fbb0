import type { ListPosition, ListQuery } from '@cartograph/core';
import type { Statement } from 'better-sqlite3';
import { everyKey, intersection, type KeyRange } from '../../shared/key-range.js';
import { mergeSources, type SourcePage } from '../../shared/merge.js';
import { compareText } from '../../shared/text.js';
import type { Access } from './access.js';

/** How many records a page looks at, whatever it finds: so its cost has an end. */
const mostLooked = 4000;

/** A connection's records, those with one value where the index is of values. */
interface Source {
  readonly connectionId: string;
  readonly value: string | null;
  readonly range: KeyRange;
}

interface Effort {
  readonly limit: number;
  /** How many records it looks at. */
  readonly depth: number;
}

type Prepare = (sql: string) => Statement<unknown[]>;

/** Finds the keys of a page: each connection, and each value that is sought, is a source in its own order. */
export function finder(prepare: Prepare) {
  return (access: Access, connections: readonly string[], { limit, after = null }: ListQuery) => {
    const values: readonly (string | null)[] = access.values ?? [null];
    const sources = connections.flatMap((connectionId): readonly Source[] => {
      const range = intersection(access.range, rangeAfter(after, connectionId, access.descending));
      return values.map(value => ({ connectionId, value, range }));
    });
    const depth = Math.max(limit + 1, Math.ceil(mostLooked / sources.length));
    const findUpTo = (share: number) => {
      const pages = sources.map(source => look(prepare, access, source, { limit: share, depth }));
      return mergeSources(pages, { descending: access.descending, limit });
    };
    // Sources mostly have as much of a page as each other: then less than all of it is asked of each.
    const share = Math.ceil((1.25 * limit) / sources.length) + 4;
    const page = share < limit ? findUpTo(share) : null;
    return page?.records.length === limit ? page : findUpTo(limit);
  };
}

function look(prepare: Prepare, access: Access, source: Source, { limit, depth }: Effort): SourcePage<number> {
  const { index, descending, checks } = access;
  const { connectionId, value, range } = source;
  const bound = [connectionId, ...(value === null ? [] : [value]), range.from, range.below];
  const ordered = `FROM ${index.from} WHERE ${index.where} AND ${index.position} >= ? AND ${index.position} < ?
    ORDER BY ${index.position}${descending ? ' DESC' : ''}`;
  const conditions = checks.map(({ sql }) => `(${sql})`).join(' AND ') || 'TRUE';
  const rows = prepare(`SELECT key, place FROM (
      SELECT records.key, ${index.position} AS place, records.id, platform, synced_at, deleted_at, body ${ordered} LIMIT ?
    ) WHERE ${conditions} LIMIT ?`)
    .raw()
    .all(...bound, depth, ...checks.flatMap(({ values }) => values), limit + 1) as readonly [number, string][];
  const found = rows.map(([record, key]) => ({ connectionId, key, record }));
  const furthest = found[limit];
  if (furthest !== undefined) return { found, stoppedAt: furthest };
  const last = prepare(`SELECT ${index.position} ${ordered} LIMIT 1 OFFSET ?`)
    .pluck()
    .get(...bound, depth - 1) as string | undefined;
  return { found, stoppedAt: last === undefined ? null : { connectionId, key: last } };
}

/** The keys of a connection that come after the position. */
function rangeAfter(after: ListPosition | null, connectionId: string, descending: boolean): KeyRange {
  if (after === null) return everyKey;
  const order = compareText(connectionId, after.connectionId);
  // A key with this behind it is the first after the key itself.
  const next = `${after.key}\u0000`;
  if (descending) return { ...everyKey, below: order < 0 ? next : after.key };
  return { ...everyKey, from: order > 0 ? after.key : next };
}
