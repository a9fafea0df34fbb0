import { type Http, pageNumberPager } from '@cartograph/connector-kit';
import { z } from 'zod';
import { largestPage } from '../errors.js';
import { scalar } from '../native/loose.js';
import { criteriaQuery, type SearchCriteria } from './criteria.js';

/** A record as the shop sends it. What is typed is what the platform documents; nothing of it has been checked. */
export type Raw<Native> = Native & { readonly [field: string]: unknown };

export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Of the whole list; null where the shop does not say. */
  readonly total: number | null;
  /** What was asked for, after the shop’s own limit. */
  readonly pageSize: number;
}

/** A list of the shop. */
export interface Listing<Item> {
  /** One page, the first unless told. */
  list(criteria?: SearchCriteria): Promise<ListPage<Item>>;
  /** Every record, page by page as they are wanted. */
  iterate(criteria?: Omit<SearchCriteria, 'page'>): AsyncGenerator<Item>;
}

const envelopeSchema = z.object({ items: z.array(z.unknown()).nullish(), total_count: scalar });

/** Page sizes of one shop, shared by its lists. */
export interface PageSizes {
  readonly usual: number;
  /** Infinity until the shop names its limit. */
  largest: number;
}

/** `key`: the column that is unique, by which the list is sorted unless told. */
export function createListing<Item>(http: Http, path: string, key: string, sizes: PageSizes): Listing<Item> {
  const request = async (criteria: SearchCriteria, pageSize: number): Promise<ListPage<Item>> => {
    const query = criteriaQuery({ sort: [{ field: key }], ...criteria, pageSize });
    const { body } = await http.get(path, { query, schema: envelopeSchema });
    const total = body.total_count == null ? null : Number(body.total_count);
    return { items: (body.items ?? []) as Item[], total, pageSize };
  };

  const list = async (criteria: SearchCriteria = {}): Promise<ListPage<Item>> => {
    const pageSize = Math.min(criteria.pageSize ?? sizes.usual, sizes.largest);
    try {
      return await request(criteria, pageSize);
    } catch (error) {
      const largest = largestPage(error);
      if (largest === null || largest >= pageSize || (criteria.page ?? 1) > 1) throw error;
      sizes.largest = largest;
      return request(criteria, largest);
    }
  };

  return {
    list,
    async *iterate(criteria = {}) {
      const pages = pageNumberPager({
        fetchPage: async page => {
          const { items, total, pageSize } = await list({ ...criteria, page });
          return { items, pages: total === null ? null : Math.ceil(total / pageSize), total };
        },
      });
      for await (const { items } of pages) yield* items;
    },
  };
}
