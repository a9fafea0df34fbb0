import { bisect, mayBePoisoned, type Salvage } from '@cartograph/connector-kit';
import type { FailedRecord } from '@cartograph/core';
import { joinedPages } from './joined-pages.js';
import type { Page } from './pages.js';

const mostIds = 100;

export function inHundreds<Id>(ids: readonly Id[]): Id[][] {
  const chunks = Math.ceil(ids.length / mostIds);
  return Array.from({ length: chunks }, (_, index) => ids.slice(index * mostIds, (index + 1) * mostIds));
}

function halves<Id>(ids: readonly Id[]): (readonly Id[])[] {
  const middle = Math.ceil(ids.length / 2);
  return ids.length < 2 ? [] : [ids.slice(0, middle), ids.slice(middle)];
}

export interface ByIdsOptions<Row> {
  /** At most a hundred ids a call. */
  readonly read: (ids: readonly string[]) => Promise<readonly Row[]>;
  /** A call that has to succeed while the platform works. */
  readonly control: () => Promise<unknown>;
}

/** The rows of some ids, however few of them the platform puts on a page. */
export async function pagesOf<Row>(
  ids: readonly string[],
  list: (limit: number, offset: number) => Promise<Page<Row>>,
): Promise<Row[]> {
  const found: Row[] = [];
  for await (const { rows } of joinedPages(list, { ahead: 0 })) {
    found.push(...rows);
    if (found.length >= ids.length) break;
  }
  return found;
}

/** Rows by their ids. What fails is halved until the ids that make it fail stand alone. */
export async function rowsByIds<Row>(
  ids: readonly string[],
  { read, control }: ByIdsOptions<Row>,
): Promise<Salvage<Row>> {
  const items: Row[] = [];
  const failed: FailedRecord[] = [];
  for (const chunk of inHundreds(ids)) {
    try {
      items.push(...(await read(chunk)));
    } catch (error) {
      if (!mayBePoisoned(error)) throw error;
      const name = async ([id]: readonly string[]) => id ?? null;
      const salvage = await bisect<readonly string[], Row>(chunk, error, { read, split: halves, name, control });
      items.push(...salvage.items);
      failed.push(...salvage.failed);
    }
  }
  return { items, failed };
}

/** By the ids asked for: null for one that is not among the rows, nothing for one that could not be served. */
export function foundAmong<Body>(
  ids: readonly string[],
  { items, failed }: Salvage<Body>,
  idOf: (body: Body) => string | null,
): ReadonlyMap<string, Body | null> {
  const bodies = new Map(items.map(body => [idOf(body), body]));
  const unknown = new Set(failed.map(({ id }) => id));
  return new Map(ids.filter(id => !unknown.has(id)).map(id => [id, bodies.get(id) ?? null]));
}
