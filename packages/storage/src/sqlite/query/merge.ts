import type { ListPosition, ListQuery } from '@cartograph/core';
import type { Statement } from 'better-sqlite3';
import type { Access } from './access.js';
import type { Keys } from './show.js';
import { limitSql, type Source, sourceSql } from './sources.js';

/** SQLite nests the merging of one source in that of the others. */
const mostSources = 16;

/** Whether every record of the sources belongs on the page, and once: then none needs to be looked at to find it. */
export const canMerge = ({ checks, lookups, index }: Access, sources: readonly Source[]): boolean =>
  checks.length === 0 && (lookups.length === 1 || index.single) && sources.length > 0 && sources.length <= mostSources;

/** The page of all sources, read in their common order by SQLite itself and no further than it goes. */
export function merger(prepare: (sql: string) => Statement<unknown[]>) {
  return (
    { index, descending }: Access,
    sources: readonly Source[],
    { limit }: ListQuery,
  ): { readonly keys: Keys; readonly next: ListPosition | null } => {
    const direction = descending ? ' DESC' : '';
    const one = `SELECT records.key, ${index.position} AS place, records.connection_id ${sourceSql(index)}`;
    const inOrder = `${sources.map(() => one).join(' UNION ALL ')} ORDER BY place${direction}, 3${direction}`;
    const bound = sources.flatMap(source => source.bound);
    const [last, further] = prepare(`${inOrder} LIMIT 2 OFFSET ?`)
      .raw()
      .all(...bound, limit - 1) as readonly (readonly [number, string, string])[];
    return {
      keys: { sql: `${inOrder} ${limitSql}`, values: [...bound, limit] },
      next: last && further ? { connectionId: last[2], key: last[1] } : null,
    };
  };
}
