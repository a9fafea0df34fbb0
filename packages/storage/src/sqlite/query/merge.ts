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
    access: Access,
    sources: readonly Source[],
    { limit }: ListQuery,
  ): { readonly keys: Keys; readonly next: ListPosition | null } => {
    const { page, end } = textsOf(access, sources.length);
    const bound = sources.flatMap(source => source.bound);
    const [last, further] = prepare(end)
      .raw()
      .all(...bound, limit - 1) as readonly (readonly [number, string, string])[];
    return {
      keys: { sql: page, values: [...bound, limit] },
      next: last && further ? { connectionId: last[2], key: last[1] } : null,
    };
  };
}

interface Texts {
  readonly page: string;
  /** The last of the page, and the one behind it. */
  readonly end: string;
}

/** Kept, because a statement is found by its text, and a text that was looked up before is found at once. */
const known = new WeakMap<Access['index'], Map<string, Texts>>();

function textsOf({ index, descending }: Access, sources: number): Texts {
  const texts = known.get(index) ?? new Map<string, Texts>();
  known.set(index, texts);
  const direction = descending ? ' DESC' : '';
  const found = texts.get(`${sources}${direction}`);
  if (found) return found;
  const one = `SELECT records.key, ${index.position} AS place, records.connection_id ${sourceSql(index)}`;
  const all = Array.from({ length: sources }, () => one).join(' UNION ALL ');
  const inOrder = `${all} ORDER BY place${direction}, 3${direction}`;
  const made = { page: `${inOrder} ${limitSql}`, end: `${inOrder} LIMIT 2 OFFSET ?` };
  texts.set(`${sources}${direction}`, made);
  return made;
}
