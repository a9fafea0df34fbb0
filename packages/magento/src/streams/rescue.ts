import { bisect, type RangePart, splitRange } from '@cartograph/connector-kit';
import type { FailedRecord } from '@cartograph/core';
import type { MagentoCall } from '../client/api.js';
import type { Filter, SearchCriteria } from '../client/criteria.js';
import { keyOf, type Listing, type ListPage } from '../client/listing.js';
import { proveServed } from './among.js';

export interface RescuedPage<Item> extends ListPage<Item> {
  /** Records that would stand on the page, or after it, and that the shop cannot serve. */
  readonly failed: readonly FailedRecord[];
}

/** The first page of whatever is asked for, past records that the shop cannot serve. */
export interface Rescue<Item> {
  first(criteria: SearchCriteria): Promise<RescuedPage<Item>>;
  /** Any page, without what was found so far. */
  list(criteria: SearchCriteria): Promise<ListPage<Item>>;
  /** After a failure pages are small for a while: it may have been their size. */
  isCareful(): boolean;
}

export type RescuedListing<Item> = Pick<Listing<Item>, 'list' | 'key' | 'idField'>;

/** Searches that may find nothing, in one reading. */
const mostFruitless = 10;
const careful = { pageSize: 10, pages: 10 };
const narrowing: MagentoCall = { retries: 3 };
/** Ids are unsigned integers of 32 bits. */
const largestId = 2 ** 32 - 1;
/** No record has the number 0. */
const nothing: RangePart = { from: 0, to: 0 };

/**
 * For one reading of a list whose key is a number. A record that turns pages into errors is narrowed down by its id, told as
 * failed, and left out of whatever is asked for after that.
 */
export function createRescue<Item>({ list, key, idField }: RescuedListing<Item>): Rescue<Item> {
  const excluded = new Set<string>();
  let carefulPages = 0;
  let fruitless = 0;

  const among = (criteria: SearchCriteria, ...more: readonly Filter[]): SearchCriteria => {
    const without = { field: key, condition: 'nin' as const, value: [...excluded].join(',') };
    const own = excluded.size > 0 ? [without, ...more] : more;
    return { ...criteria, filters: [...(criteria.filters ?? []), ...own.map(filter => [filter])] };
  };

  const highestId = (): Promise<number> =>
    list({ sort: [{ field: key, direction: 'DESC' }], pageSize: 1 }, narrowing).then(
      ({ items: [item] }) => Number(keyOf(item, idField)) || largestId,
      () => largestId,
    );

  const within = (criteria: SearchCriteria, { from, to }: RangePart) =>
    list(
      among(
        { ...criteria, pageSize: careful.pageSize },
        { field: key, condition: 'gteq', value: from },
        { field: key, condition: 'lteq', value: to },
      ),
      narrowing,
    );

  const narrowDown = async (criteria: SearchCriteria, error: unknown): Promise<readonly FailedRecord[]> => {
    const { failed } = await bisect<RangePart, never>({ from: 1, to: await highestId() }, error, {
      read: part => within(criteria, part).then(() => []),
      split: splitRange,
      name: async ({ from }) => String(from),
      control: () => within(criteria, nothing),
    });
    return failed;
  };

  return {
    isCareful: () => carefulPages > 0,
    list: criteria => list(among(criteria)),
    async first(criteria) {
      const failed: FailedRecord[] = [];
      for (;;) {
        const size = carefulPages > 0 ? { pageSize: careful.pageSize } : {};
        try {
          const page = await list(among({ ...criteria, ...size }));
          carefulPages = Math.max(0, carefulPages - 1);
          return { ...page, failed };
        } catch (error) {
          await proveServed(error, () => within(criteria, nothing));
          if (carefulPages > 0) {
            const found = await narrowDown(criteria, error);
            // A shop that sorts as it likes shows another page each time, and may have hidden the record meanwhile.
            if (found.length === 0 && ++fruitless > mostFruitless) throw error;
            for (const { id } of found) excluded.add(id);
            failed.push(...found);
          }
          carefulPages = careful.pages;
        }
      }
    },
  };
}
