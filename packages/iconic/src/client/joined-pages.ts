import { createHash } from 'node:crypto';
import { isLoose } from '@cartograph/connector-kit';
import { RequestError } from '@cartograph/core';
import { z } from 'zod';
import { connectorTitle } from '../errors.js';
import type { Page } from './pages.js';

export interface JoinedPage<Row> {
  readonly rows: readonly Row[];
  /** Token to go on from; null on the last page. */
  readonly next: string | null;
  readonly total: number | null;
}

export interface JoinOptions {
  readonly resume?: string | null;
  /** Pages asked for while one is taken, once it is known that another follows. */
  readonly ahead?: number;
  /** Rows to ask for; 100 by default. */
  readonly size?: number;
}

const positionSchema = z.object({ offset: z.number().int().min(0), met: z.array(z.string()) });
type Position = z.infer<typeof positionSchema>;

const usualSize = 100;

function parsePosition(token: string | null | undefined): Position {
  if (token === null || token === undefined) return { offset: 0, met: [] };
  try {
    return positionSchema.parse(JSON.parse(token));
  } catch (cause) {
    throw new RequestError(`${connectorTitle}: this is no place to go on reading from`, {}, { cause });
  }
}

/** The id of a row; a row without one is known by its content. */
const keyOf = (row: unknown): string =>
  isLoose(row) && (typeof row.id === 'number' || typeof row.id === 'string')
    ? String(row.id)
    : createHash('sha256')
        .update(JSON.stringify(row) ?? '')
        .digest('hex');

/**
 * All pages of a list that is sorted by time and read by offset, with no row lost when rows move meanwhile: a row that is
 * edited leaves its place for a later one or leaves the window, and all behind it move up, so that the next offset would
 * skip some. Each page therefore begins with the last row of the one before; where it does not, rows have moved, and
 * reading goes back until it meets a row that it knows. Going on from the last `updatedAt` instead would be shorter, but
 * the filter looks at the items and the sort at the order: an order that was changed after its items would be lost.
 */
export async function* joinedPages<Row>(
  list: (limit: number, offset: number) => Promise<Page<Row>>,
  { resume, ahead = 1, size = usualSize }: JoinOptions = {},
): AsyncGenerator<JoinedPage<Row>> {
  let { offset, met } = parsePosition(resume);
  /** Of a page with one row, which the next one cannot begin with. */
  let alone: string | undefined;
  const asked = new Map<number, Promise<Page<Row>>>();
  const ask = (at: number): Promise<Page<Row>> => {
    const known = asked.get(at);
    if (known) return known;
    const page = list(size, at);
    // Whoever takes the page meets the failure; nobody may.
    page.catch(() => {});
    asked.set(at, page);
    return page;
  };
  for (;;) {
    const { items, hasNext, total } = await ask(offset);
    asked.delete(offset);
    const keys = items.map(keyOf);
    const known = new Set(met);
    const joined = offset === 0 || known.size === 0 || known.has(keys[0] ?? '');
    if (!joined) {
      asked.clear();
      offset = Math.max(0, offset - size + 1);
      continue;
    }
    const rows = items.filter((_, index) => !known.has(keys[index] ?? '') && keys[index] !== alone);
    alone = keys.length === 1 ? keys[0] : undefined;
    const stride = Math.max(1, items.length - 1);
    offset += stride;
    met = keys.length > 1 ? keys : [];
    // A page of rows that were all met is a platform that repeats itself.
    const last = !hasNext || rows.length === 0;
    for (let page = 0; page < ahead && !last; page += 1) {
      const at = offset + page * stride;
      if (total === null || at + 1 < total) ask(at);
    }
    yield { rows, next: last ? null : JSON.stringify({ offset, met }), total };
    if (last) return;
  }
}

export async function* joinedRows<Row>(
  list: (limit: number, offset: number) => Promise<Page<Row>>,
  options?: JoinOptions,
): AsyncGenerator<Row> {
  for await (const { rows } of joinedPages(list, options)) yield* rows;
}
