import type { FailedRecord } from '@cartograph/core';
import type { Page, Resume } from './page.js';

export interface CursorPage<Item> {
  readonly items: readonly Item[];
  /** The cursor of the page after this one; null after the last. */
  readonly next: string | null;
  readonly total?: number | null | undefined;
  /** Records that the platform cannot serve: see `bisect`. */
  readonly failed?: readonly FailedRecord[];
}

export interface CursorOptions<Item> {
  /** `cursor` is null for the first page. */
  readonly fetchPage: (cursor: string | null) => Promise<CursorPage<Item>>;
  readonly resume?: Resume;
}

/** Follows cursors, opaque or the last id of a keyset. A page may be empty before the end; a cursor that leads to itself ends. */
export async function* cursorPager<Item>(options: CursorOptions<Item>): AsyncGenerator<Page<Item>> {
  let cursor = options.resume ?? null;
  for (;;) {
    const page = await options.fetchPage(cursor);
    const next = page.next === cursor ? null : page.next;
    yield { items: page.items, next, total: page.total ?? null, ...(page.failed && { failed: page.failed }) };
    if (next === null) return;
    cursor = next;
  }
}
