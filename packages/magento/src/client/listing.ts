import { type CallOptions, type Http, isLoose } from '@cartograph/connector-kit';
import { z } from 'zod';
import { largestPage } from '../errors.js';
import { scalar } from '../native/loose.js';
import { criteriaQuery, type SearchCriteria } from './criteria.js';

/** A record as the shop sends it. What is typed is what the platform documents; nothing of it has been checked. */
export type Raw<Native> = Native & { readonly [field: string]: unknown };

export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Of the whole list; null where the shop does not say. Shops and their modules miscount. */
  readonly total: number | null;
  /** What was asked for, after the shop’s own limit. */
  readonly pageSize: number;
  /** Nothing follows: the shop counts no more than this, and has shown longer pages of the list, so that none was cut short. */
  readonly isLast: boolean;
}

/** How often a request is repeated before it counts as failed. */
export type Patience = Pick<CallOptions, 'retries'>;

/** A list of the shop. */
export interface Listing<Item> {
  /** The column that is unique, by which the list is sorted unless told. */
  readonly key: string;
  /** What records call it. */
  readonly idField: string;
  /** One page, the first unless told. */
  list(criteria?: SearchCriteria, patience?: Patience): Promise<ListPage<Item>>;
  /** Every record by its key, page by page as they are wanted: whatever comes and goes meanwhile, none that stays is missed. */
  iterate(criteria?: Omit<SearchCriteria, 'page' | 'sort'>, patience?: Patience): AsyncGenerator<Item>;
}

const envelopeSchema = z.object({ items: z.array(z.unknown()).nullish(), total_count: scalar });

/** Page sizes of one shop, shared by its lists. */
export interface PageSizes {
  readonly usual: number;
  /** Infinity until the shop names its limit. */
  largest: number;
}

/** The value of a record's key; null where it has none. */
export function keyOf(item: unknown, idField: string): string | number | null {
  const value = isLoose(item) ? item[idField] : null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

export interface ListingOptions {
  readonly key: string;
  readonly idField?: string;
  /** The record's own name, where the key is shared by some records. */
  readonly nameOf?: (item: unknown) => string;
}

export function createListing<Item>(
  http: Http,
  path: string,
  { key, idField = key, nameOf }: ListingOptions,
  sizes: PageSizes,
): Listing<Item> {
  let longest = 0;

  const request = async (criteria: SearchCriteria, pageSize: number, patience: Patience): Promise<ListPage<Item>> => {
    const query = criteriaQuery({ sort: [{ field: key }], ...criteria, pageSize });
    const { body } = await http.get(path, { query, schema: envelopeSchema, ...patience });
    const total = body.total_count == null ? null : Number(body.total_count);
    const items = (body.items ?? []) as Item[];
    const counted = ((criteria.page ?? 1) - 1) * pageSize + items.length >= (total ?? Number.POSITIVE_INFINITY);
    const isShort = items.length < Math.min(pageSize, longest);
    const isLast = items.length === 0 || (isShort && counted);
    longest = Math.max(longest, items.length);
    return { items, total, pageSize, isLast };
  };

  const list = async (criteria: SearchCriteria = {}, patience: Patience = {}): Promise<ListPage<Item>> => {
    const pageSize = Math.min(criteria.pageSize ?? sizes.usual, sizes.largest);
    try {
      return await request(criteria, pageSize, patience);
    } catch (error) {
      const largest = largestPage(error);
      if (largest === null || largest >= pageSize || (criteria.page ?? 1) > 1) throw error;
      sizes.largest = largest;
      return request(criteria, largest, patience);
    }
  };

  return {
    key,
    idField,
    list,
    async *iterate(criteria = {}, patience = {}) {
      const { filters = [] } = criteria;
      const condition = nameOf ? ('gteq' as const) : ('gt' as const);
      let last: string | number | null = null;
      let before: ReadonlySet<unknown> = new Set();
      for (;;) {
        const beyond = last === null ? [] : [[{ field: key, condition, value: last }]];
        const { items, isLast } = await list({ ...criteria, filters: [...filters, ...beyond] }, patience);
        const names = items.map(item => (nameOf ? nameOf(item) : keyOf(item, idField)));
        // A list that knows no filters shows the same once more.
        const fresh = items.filter((_, index) => names[index] === null || !before.has(names[index]));
        yield* fresh;
        last = items.map(item => keyOf(item, idField)).findLast(found => found !== null) ?? null;
        if (isLast || last === null || fresh.length === 0) return;
        before = new Set(names);
      }
    },
  };
}
