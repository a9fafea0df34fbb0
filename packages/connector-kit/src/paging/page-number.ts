import { type Page, type Resume, resumeNumber } from './page.js';
import { readAhead } from './read-ahead.js';
import { createRepetitionGuard, type IdOf } from './repetition.js';

export interface NumberedPage<Item> {
  readonly items: readonly Item[];
  /** The platform says, or the caller knows, that no page follows. A short page proves nothing by itself. */
  readonly last?: boolean | undefined;
  /** How many pages there are in all, where known. */
  readonly pages?: number | null | undefined;
  readonly total?: number | null | undefined;
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
}

/** Pages 1, 2, 3… until one is empty, is the last, or comes twice. The page with `next: null` may be empty. */
export async function* pageNumberPager<Item>(options: PageNumberOptions<Item>): AsyncGenerator<Page<Item>> {
  const { fetchPage, firstPage = 1, ahead = 0 } = options;
  const isRepeated = createRepetitionGuard(options.idOf);
  const reader = readAhead(fetchPage, ahead);
  try {
    for (let number = resumeNumber(options.resume, firstPage); ; number += 1) {
      const { items, last = false, pages, total = null } = await reader.read(number);
      if (items.length === 0 || isRepeated(items)) return yield { items: [], next: null, total };
      const lastPage = pages == null ? null : firstPage + pages - 1;
      if (last || (lastPage !== null && number >= lastPage)) return yield { items, next: null, total };
      if (lastPage !== null) reader.prepare(number + 1, lastPage);
      yield { items, next: String(number + 1), total };
    }
  } finally {
    reader.stop();
  }
}
