import type { FailedRecord } from '@cartograph/core';
import { bisect, mayBePoisoned } from './bisect.js';
import { type Page, type Resume, resumeNumber } from './page.js';
import { type PagePart, splitPage } from './parts.js';
import { readAhead } from './read-ahead.js';
import { createRepetitionGuard, type IdOf } from './repetition.js';

export interface NumberedPage<Item> {
  readonly items: readonly Item[];
  /** The platform says, or the caller knows, that no page follows. A short page proves nothing by itself. */
  readonly last?: boolean | undefined;
  /** How many pages there are in all, where known. */
  readonly pages?: number | null | undefined;
  readonly total?: number | null | undefined;
  readonly failed?: readonly FailedRecord[];
}

/** How a page that fails for good is narrowed until the records that make it fail stand alone. */
export interface PageNarrowing<Item> {
  /** Items a page. */
  readonly size: number;
  /** A page as it is counted with another size. */
  readonly fetchPart: (part: PagePart, signal: AbortSignal) => Promise<readonly Item[]>;
  /** The id of the record at a position of the list, from 0 on, by a request that does not need its body; null where there is none. */
  readonly nameAt: (position: number, signal: AbortSignal) => Promise<string | null>;
  /** How many items the list has, by a request that serves none of them. */
  readonly count?: ((signal: AbortSignal) => Promise<number>) | undefined;
}

export interface PageNumberOptions<Item> {
  /** The signal aborts when the reader has gone, for pages read ahead. */
  readonly fetchPage: (page: number, signal: AbortSignal) => Promise<NumberedPage<Item>>;
  readonly resume?: Resume;
  /** 1 by default. */
  readonly firstPage?: number | undefined;
  readonly idOf?: IdOf<Item> | undefined;
  /**
   * Pages asked for before the reader wants them; none by default. Only where the list stands still: its window is closed.
   * Begins once an answer has told how many `pages` there are.
   */
  readonly ahead?: number | undefined;
  /** Without it a page that fails ends the reading. */
  readonly narrow?: PageNarrowing<Item> | undefined;
}

/** Pages 1, 2, 3… until one is empty, is the last, or comes twice. The page with `next: null` may be empty. */
export async function* pageNumberPager<Item>(options: PageNumberOptions<Item>): AsyncGenerator<Page<Item>> {
  const { fetchPage, firstPage = 1, ahead = 0 } = options;
  const isRepeated = createRepetitionGuard(options.idOf);
  const { narrow } = options;
  const reader = readAhead(narrow ? salvaging(fetchPage, narrow, firstPage) : fetchPage, ahead);
  try {
    for (let number = resumeNumber(options.resume, firstPage); ; number += 1) {
      const { items, last = false, pages, total = null, failed = [] } = await reader.read(number);
      if (failed.length === 0 && (items.length === 0 || isRepeated(items)))
        return yield { items: [], next: null, total };
      const lastPage = pages == null ? null : firstPage + pages - 1;
      const page = { items, total, ...(failed.length > 0 && { failed }) };
      if (last || (lastPage !== null && number >= lastPage)) return yield { ...page, next: null };
      if (lastPage !== null) reader.prepare(number + 1, lastPage);
      yield { ...page, next: String(number + 1) };
    }
  } finally {
    reader.stop();
  }
}

/** A page in parts where it cannot be had whole. */
function salvaging<Item>(
  fetchPage: PageNumberOptions<Item>['fetchPage'],
  { size, fetchPart, nameAt, count }: PageNarrowing<Item>,
  firstPage: number,
): PageNumberOptions<Item>['fetchPage'] {
  return async (page, signal) => {
    try {
      return await fetchPage(page, signal);
    } catch (error) {
      if (!mayBePoisoned(error)) throw error;
      const total = await count?.(signal);
      const salvage = await bisect<PagePart, Item>({ page, size }, error, {
        read: part => fetchPart(part, signal),
        split: part => splitPage(part, firstPage, total),
        name: part => nameAt((part.page - firstPage) * part.size, signal),
      });
      return { ...salvage, ...(total !== undefined && { total, pages: Math.ceil(total / size) }) };
    }
  };
}
