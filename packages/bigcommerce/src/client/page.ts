import { isLoose } from '@cartograph/connector-kit';
import { ResponseError } from '@cartograph/core';

/** One page of a list. Lists of V2 say nothing but their rows. */
export interface Page<Item> {
  readonly items: Item[];
  /** Of all pages, where the platform says so. */
  readonly total: number | null;
  /** The most rows that a page has, where the platform says so: it may have been asked for more. */
  readonly perPage: number | null;
  readonly nextPage: number | null;
  /** Whether the list has cursors. */
  readonly hasCursor: boolean;
  /** To go on after this page; null after the last one. */
  readonly nextCursor: string | null;
}

/** A list that comes whole, without pages. */
export const wholePage = <Item>(items: Item[]): Page<Item> => ({
  items,
  total: items.length,
  perPage: null,
  nextPage: null,
  hasCursor: false,
  nextCursor: null,
});

type Loose = Readonly<Record<string, unknown>>;

const nothing: Loose = {};
const looseAt = (body: Loose, name: string): Loose => {
  const value = body[name];
  return isLoose(value) ? value : nothing;
};
const numberAt = (body: Loose, name: string): number | null => {
  const value = body[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

const misfit = (path: string, what: string) =>
  new ResponseError(`BigCommerce: the answer to ${path} does not fit: ${what}`, { connector: 'bigcommerce', path });

/** V2 bare, V3 in an envelope, and some endpoints the other way round. No rows at all are 204 without a body. */
export function pageOf(body: unknown, path: string): Page<unknown> {
  const rows = body === null ? [] : isLoose(body) ? body.data : body;
  if (!Array.isArray(rows)) throw misfit(path, 'it is no list');
  // A record is only asked to be an object here: what is corrupt in it must not spoil its page.
  for (const row of rows) if (!isLoose(row)) throw misfit(path, 'a row is not an object');
  const meta = isLoose(body) ? looseAt(body, 'meta') : nothing;
  const pagination = looseAt(meta, 'pagination');
  const cursor = looseAt(meta, 'cursor_pagination');
  const current = numberAt(pagination, 'current_page') ?? 1;
  const end = looseAt(cursor, 'links').next ? cursor.end_cursor : null;
  return {
    items: rows,
    total: numberAt(pagination, 'total'),
    perPage: numberAt(pagination, 'per_page') ?? numberAt(cursor, 'per_page'),
    nextPage: current < (numberAt(pagination, 'total_pages') ?? 1) ? current + 1 : null,
    hasCursor: cursor !== nothing,
    nextCursor: typeof end === 'string' && end !== '' ? end : null,
  };
}

/** The one record of an answer: V3 puts it into an envelope, and where it takes lists, into a list of one. */
export function recordOf(body: unknown, path: string): unknown {
  const data = isLoose(body) && 'data' in body && !('id' in body) ? body.data : body;
  const record = Array.isArray(data) && data.length === 1 ? data[0] : data;
  if (!isLoose(record)) throw misfit(path, 'it is no record');
  return record;
}
