import { type Page, type Resume, resumeNumber } from './page.js';
import { createRepetitionGuard, type IdOf } from './repetition.js';

export interface OffsetPage<Item> {
  readonly items: readonly Item[];
  /** Decides where it is given, even against `total`. */
  readonly hasNext?: boolean | null | undefined;
  readonly total?: number | null | undefined;
}

export interface OffsetOptions<Item> {
  readonly fetchPage: (offset: number) => Promise<OffsetPage<Item>>;
  readonly resume?: Resume;
  readonly idOf?: IdOf<Item> | undefined;
}

/**
 * Goes on by as many items as came, however many were asked for: platforms clamp their page size silently. Ends when
 * `hasNext` is false, `total` is reached, or a page is empty or comes twice. The page with `next: null` may be empty.
 */
export async function* offsetPager<Item>(options: OffsetOptions<Item>): AsyncGenerator<Page<Item>> {
  const isRepeated = createRepetitionGuard(options.idOf);
  let offset = resumeNumber(options.resume, 0);
  for (;;) {
    const { items, hasNext = null, total = null } = await options.fetchPage(offset);
    if (items.length === 0 || isRepeated(items)) return yield { items: [], next: null, total };
    offset += items.length;
    const isLast = hasNext === null ? total !== null && offset >= total : !hasNext;
    yield { items, next: isLast ? null : String(offset), total };
    if (isLast) return;
  }
}
