import type { ListPosition, ListQuery } from '@cartograph/core';
import type { Statement } from 'better-sqlite3';
import { mergeSources, type SourcePage } from '../../shared/merge.js';
import type { Access } from './access.js';
import type { Keys } from './show.js';
import { limitSql, type Source, sourceSql } from './sources.js';

/** How many records a page looks at, whatever it finds: so its cost has an end. */
const mostLooked = 4000;

interface Effort {
  readonly limit: number;
  /** How many records it looks at. */
  readonly depth: number;
}

type Prepare = (sql: string) => Statement<unknown[]>;

/** Finds the keys of a page among records of which some do not belong on it. */
export function finder(prepare: Prepare) {
  return (
    access: Access,
    sources: readonly Source[],
    { limit }: ListQuery,
  ): { readonly keys: Keys; readonly next: ListPosition | null } => {
    const depth = Math.max(limit + 1, Math.ceil(mostLooked / sources.length));
    const findUpTo = (share: number) => {
      const pages = sources.map(source => look(prepare, access, source, { limit: share, depth }));
      return mergeSources(pages, { descending: access.descending, limit });
    };
    // Sources mostly have as much of a page as each other: then less than all of it is asked of each.
    const share = Math.ceil((1.25 * limit) / sources.length) + 4;
    const early = share < limit ? findUpTo(share) : null;
    const { records, next } = early?.records.length === limit ? early : findUpTo(limit);
    return { keys: { sql: 'SELECT value AS key FROM json_each(?)', values: [JSON.stringify(records)] }, next };
  };
}

function look(prepare: Prepare, access: Access, source: Source, { limit, depth }: Effort): SourcePage<number> {
  const { index, descending, checks } = access;
  const { connectionId, bound } = source;
  const ordered = `${sourceSql(index)} ORDER BY ${index.position}${descending ? ' DESC' : ''}`;
  const conditions = checks.map(({ sql }) => `(${sql})`).join(' AND ') || 'TRUE';
  const rows = prepare(`SELECT key, place FROM (
      SELECT records.key, ${index.position} AS place, records.id, platform, synced_at, deleted_at, body ${ordered} ${limitSql}
    ) WHERE ${conditions} ${limitSql}`)
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
