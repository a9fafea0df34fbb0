import { type Page as NumberedPage, pageNumberPager } from '@cartograph/connector-kit';
import { type FailedRecord, RecordError } from '@cartograph/core';
import type { Page } from './page.js';

/** The most rows that a page may have, of nearly every list. */
export const pageLimit = 250;

/** The lists of the inventory reach further. */
export const inventoryPageLimit = 1000;

/**
 * The rows of a page that is not asked for more. No shop caps its pages lower, so that a page with fewer rows is the last of
 * its list; one with more need not be, however many were asked for.
 */
const defaultPageSize = 50;

/** A page short of what the platform says that a page holds, or of what any page holds. */
export const isShort = (items: readonly unknown[], perPage: number | null = null): boolean =>
  items.length < (perPage ?? defaultPageSize);

/** Totals and numbers of pages may be wrong: they never end a list before its rows do. */
const isLast = ({ items, perPage, nextPage }: Page<unknown>): boolean => nextPage === null && isShort(items, perPage);

/** All pages of a V3 list, up to one that is the last, empty, or the one before once more. */
export const byPage = <Item>(fetch: (page: number) => Promise<Page<Item>>, resume: string | null = null) =>
  pageNumberPager<Item>({
    resume,
    fetchPage: async number => {
      const page = await fetch(number);
      return { items: page.items, last: isLast(page), total: page.total };
    },
  });

/** Where a page of a V3 list stands. */
export type Place = { readonly page?: number } | { readonly after: string };

/** All pages of a list: by cursor where it has cursors, which changes of other rows do not move, otherwise by their numbers. */
export async function* everyPage<Item>(
  list: (place: Place) => Promise<Page<Item>>,
): AsyncGenerator<{ readonly items: readonly Item[] }> {
  let page = await list({});
  if (!page.hasCursor) return yield* byPage(number => (number === 1 ? Promise.resolve(page) : list({ page: number })));
  for (let after: string | null = null; ; page = await list({ after })) {
    yield page;
    if (page.nextCursor === null || page.nextCursor === after) return;
    after = page.nextCursor;
  }
}

/** All items of a V2 list, whose pages tell nothing but their rows. */
export const byShortPage = <Item>(fetch: (page: number) => Promise<readonly Item[]>): AsyncGenerator<Item> =>
  itemsOfPages(
    pageNumberPager<Item>({
      fetchPage: async number => {
        const items = await fetch(number);
        return { items, last: isShort(items) };
      },
    }),
  );

/**
 * All items of a list that may lose some while it is read, which moves later ones to pages that were read before: where it
 * takes several pages, it is read until a reading meets nothing new.
 */
export async function collectWhole<Item>(
  read: () => AsyncIterable<NumberedPage<Item>>,
  idOf: (item: Item) => unknown,
): Promise<Item[]> {
  const found = new Map<unknown, Item>();
  for (;;) {
    const before = found.size;
    let pages = 0;
    for await (const { items } of read()) {
      if (items.length > 0) pages += 1;
      for (const item of items) found.set(idOf(item), item);
    }
    if (pages < 2 || found.size === before) return [...found.values()];
  }
}

/**
 * What pages hold, one by one. After the last it throws a RecordError where the platform could not serve some: nothing is
 * passed over in silence, and nothing of the rest is lost.
 */
export async function* itemsOfPages<Item>(
  pages: AsyncIterable<{ readonly items: readonly Item[]; readonly failed?: readonly FailedRecord[] }>,
): AsyncGenerator<Item> {
  const unserved: FailedRecord[] = [];
  for await (const { items, failed = [] } of pages) {
    unserved.push(...failed);
    yield* items;
  }
  if (unserved.length === 0) return;
  const which = unserved.map(({ id, reason }) => `${id} (${reason})`).join(', ');
  throw new RecordError(`BigCommerce cannot serve ${which}; all others were given`, {
    connector: 'bigcommerce',
    id: unserved[0]?.id,
  });
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
