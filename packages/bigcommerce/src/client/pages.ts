import type { Page } from './api.js';

/** The most rows that a page may have, of nearly every list. */
export const pageLimit = 250;

/** The lists of the inventory reach further. */
export const inventoryPageLimit = 1000;

/** All items of a paged V3 list. Safe where nothing is added or taken away in between. */
export async function* byPage<Item>(
  fetch: (page: number) => Promise<Page<Item>>,
  first = 1,
): AsyncGenerator<Page<Item>> {
  for (let number: number | null = first; number !== null; ) {
    const page: Page<Item> = await fetch(number);
    yield page;
    number = page.nextPage;
  }
}

/** All items of a V2 list: its end is a page that is short or, after a last full one, empty. */
export async function* byShortPage<Item>(
  fetch: (page: number) => Promise<readonly Item[]>,
  limit: number,
): AsyncGenerator<Item> {
  for (let number = 1; ; number += 1) {
    const items = await fetch(number);
    yield* items;
    if (items.length < limit) return;
  }
}

export interface KeysetPage<Item> {
  readonly items: readonly Item[];
  /** The greatest id so far; null when nothing is left. */
  readonly after: number | null;
  readonly total: number | null;
}

/** What one step of a keyset reading gives: records with greater ids than `after`, ascending. */
type KeysetStep<Item> = (after: number) => Promise<{
  readonly items: readonly Item[];
  readonly isLast: boolean;
  readonly total?: number | null;
}>;

/**
 * Pages by id: each asks for ids above the last one seen, so that rows which leave the filter meanwhile shift nothing.
 * The next page is on its way while the caller works on this one.
 */
export async function* byId<Item extends { readonly id?: unknown }>(
  step: KeysetStep<Item>,
  start = 0,
): AsyncGenerator<KeysetPage<Item>> {
  for (let upcoming = step(start), after = start; ; ) {
    const { items, isLast, total = null } = await upcoming;
    const last = Math.max(after, ...items.map(({ id }) => Number(id)).filter(Number.isFinite));
    // No greater id means no progress: going on would read the same page for ever.
    const ends = isLast || last === after;
    if (!ends) {
      after = last;
      upcoming = step(after);
      // The caller meets the failure when it gets there; until then it must not count as unhandled.
      upcoming.catch(() => {});
    }
    yield { items, after: ends ? null : after, total };
    if (ends) return;
  }
}

export async function* itemsOfPages<Item>(
  pages: AsyncIterable<{ readonly items: readonly Item[] }>,
): AsyncGenerator<Item> {
  for await (const { items } of pages) yield* items;
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
