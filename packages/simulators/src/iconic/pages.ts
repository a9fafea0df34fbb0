import { json } from '../http.js';
import type { PageWindow } from './query.js';

/** A page with the count of all rows; `offset` and the limit in force are echoed. */
export function countedPage<T>(rows: readonly T[], { limit, offset }: PageWindow, body: (row: T) => unknown): Response {
  const items = rows.slice(offset, offset + limit).map(body);
  return json({ items, pagination: { limit, offset, totalCount: rows.length } });
}

/** A page that only says whether there is another one. */
export function openPage<T>(rows: readonly T[], { limit, offset }: PageWindow, body: (row: T) => unknown): Response {
  const items = rows.slice(offset, offset + limit).map(body);
  return json({ items, pagination: { limit, offset, hasNext: offset + limit < rows.length } });
}

/** Sorted by `key`, equal ones by `id`; the direction turns both. */
export function sorted<T>(
  rows: readonly T[],
  key: (row: T) => number | string,
  id: (row: T) => number,
  direction: 'asc' | 'desc',
): T[] {
  const sign = direction === 'asc' ? 1 : -1;
  const keyed = rows.map(row => ({ row, key: key(row), id: id(row) }));
  keyed.sort((left, right) => sign * (left.key < right.key ? -1 : left.key > right.key ? 1 : left.id - right.id));
  return keyed.map(({ row }) => row);
}
