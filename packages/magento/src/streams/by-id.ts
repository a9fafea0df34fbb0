import type { FailedRecord } from '@cartograph/core';
import type { SearchCriteria } from '../client/criteria.js';
import { keyOf, type Listing } from '../client/listing.js';
import { createRescue } from './rescue.js';

interface ByIdPage<Item> {
  readonly items: readonly Item[];
  readonly failed: readonly FailedRecord[];
  /** The last id met; null when nothing follows. */
  readonly next: number | null;
}

/** A list in the order of its numeric ids, past records that the shop cannot serve. */
export async function* readById<Item>(
  listing: Listing<Item>,
  criteria: Omit<SearchCriteria, 'page' | 'sort'> = {},
  after: number | null = null,
): AsyncGenerator<ByIdPage<Item>> {
  const rescue = createRescue(listing);
  for (let last = after; ; ) {
    const beyond = last === null ? [] : [[{ field: listing.key, condition: 'gt' as const, value: last }]];
    const page = await rescue.first({ ...criteria, filters: [...(criteria.filters ?? []), ...beyond] });
    const { items, failed, isLast } = page;
    const ids = items.map(item => Number(keyOf(item, listing.idField) ?? Number.NaN)).filter(Number.isFinite);
    const next = ids.at(-1) ?? last;
    const isOver = isLast || next === last;
    yield { items, failed, next: isOver ? null : next };
    if (isOver) return;
    last = next;
  }
}

/** The whole of such a list. */
export async function collectById<Item>(
  listing: Listing<Item>,
  criteria?: Omit<SearchCriteria, 'page' | 'sort'>,
): Promise<{ readonly items: readonly Item[]; readonly failed: readonly FailedRecord[] }> {
  const items: Item[] = [];
  const failed: FailedRecord[] = [];
  for await (const page of readById(listing, criteria)) {
    items.push(...page.items);
    failed.push(...page.failed);
  }
  return { items, failed };
}
