import { bisect, mayBePoisoned, type RangePart, splitRange } from '@cartograph/connector-kit';
import type { FailedRecord } from '@cartograph/core';
import { pageLimit } from './pages.js';

/** One page of a list in the order of its ids. */
export interface KeysetAnswer<Item> {
  readonly items: readonly Item[];
  readonly isLast: boolean;
  readonly total?: number | null;
}

/** Asks for the first records whose ids are above `after` and, where it is given, at most `to`; such ranges may well fail again. */
export type KeysetList<Item> = (after: number, to?: number) => Promise<KeysetAnswer<Item>>;

export interface KeysetPage<Item> {
  readonly items: readonly Item[];
  /** Records that the platform cannot serve, by their ids. */
  readonly failed: readonly FailedRecord[];
  /** The greatest id so far; null when nothing is left. */
  readonly after: number | null;
  readonly total: number | null;
}

/**
 * Pages by id: each asks for ids above the last one seen, so that rows which leave the filter meanwhile shift nothing.
 * The next page is on its way while the caller works on this one. Where a page fails for good, ranges of ids come in its
 * place until the record that makes it fail stands alone.
 */
export async function* byId<Item extends { readonly id?: unknown }>(
  list: KeysetList<Item>,
  start = 0,
): AsyncGenerator<KeysetPage<Item>> {
  const step = createStep(list);
  for (let upcoming = step(start), after = start; ; ) {
    const { items, failed, last, isLast, total } = await upcoming;
    // No greater id means no progress: going on would read the same page for ever.
    const ends = isLast || last === after;
    if (!ends) {
      after = last;
      upcoming = step(after);
      // The caller meets the failure when it gets there; until then it must not count as unhandled.
      upcoming.catch(() => {});
    }
    yield { items, failed, after: ends ? null : after, total };
    if (ends) return;
  }
}

interface Step<Item> extends Omit<KeysetPage<Item>, 'after'> {
  /** The greatest id that was met or passed. */
  readonly last: number;
  readonly isLast: boolean;
}

/** A page that fails is tried again behind each range that does not: those grow, for ids may be far apart. */
function createStep<Item extends { readonly id?: unknown }>(list: KeysetList<Item>) {
  let span = pageLimit;
  return async (after: number): Promise<Step<Item>> => {
    try {
      const { items, isLast, total = null } = await list(after);
      span = pageLimit;
      return { items, failed: [], last: greatest(items, after), isLast, total };
    } catch (error) {
      const range = { from: after + 1, to: after + span };
      const { items, failed } = await salvage(list, range, error);
      span = failed.length > 0 ? pageLimit : span * 2;
      return { items, failed, last: range.to, isLast: false, total: null };
    }
  };
}

const greatest = (items: readonly { readonly id?: unknown }[], least: number): number =>
  Math.max(least, ...items.map(({ id }) => Number(id)).filter(Number.isFinite));

async function salvage<Item extends { readonly id?: unknown }>(
  list: KeysetList<Item>,
  range: RangePart,
  error: unknown,
) {
  const read = async ({ from, to }: RangePart): Promise<readonly Item[]> => {
    const found: Item[] = [];
    for (let after = from - 1; ; ) {
      const { items, isLast } = await list(after, to);
      found.push(...items);
      const last = greatest(items, after);
      if (isLast || last === after) return found;
      after = last;
    }
  };
  if (!mayBePoisoned(error)) throw error;
  try {
    return { items: await read(range), failed: [] };
  } catch (failure) {
    return bisect(range, failure, { read, split: splitRange, name: async ({ from }) => String(from) });
  }
}
