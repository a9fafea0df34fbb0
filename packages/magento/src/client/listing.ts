import { isLoose } from '@cartograph/connector-kit';
import { z } from 'zod';
import { largestPage } from '../errors.js';
import { scalar } from '../native/loose.js';
import type { Api, MagentoCall } from './api.js';
import { anyColumns, type Columns } from './columns.js';
import { criteriaQuery, type Filter, type SearchCriteria } from './criteria.js';

export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Of the whole list; null where the shop does not say. Shops and their modules miscount. */
  readonly total: number | null;
  /** What was asked for, after the shop’s own limit. */
  readonly pageSize: number;
  /** Nothing follows: the shop counts no more than this, and has shown longer pages of the list, so that none was cut short. */
  readonly isLast: boolean;
}

/** Everything that a list may be asked for but which page. */
export type Wanted<Field extends string = string> = Omit<SearchCriteria<Field>, 'page'>;

/** A list of the shop. A column that it does not have, or a value that no such column holds, is an InputError. */
export interface Listing<Item, Field extends string = string> {
  /** The column that is unique, by which the list is sorted unless told; empty where none is known. */
  readonly key: string;
  /** What records call it. */
  readonly idField: string;
  /** One page, the first unless told. */
  list(criteria?: SearchCriteria<Field>, call?: MagentoCall): Promise<ListPage<Item>>;
  /**
   * Every record, page by page as they are wanted. By the key, rising or falling, none that stays is missed, whatever comes and
   * goes meanwhile. In another order pages are counted: what moves while they are read may be met twice or not at all.
   */
  iterate(criteria?: Wanted<Field>, call?: MagentoCall): AsyncGenerator<Item>;
}

const envelopeSchema = z.object({ items: z.array(z.unknown()).nullish(), total_count: scalar });

/** The value of a record's key; null where it has none. */
export function keyOf(item: unknown, idField: string): string | number | null {
  const value = isLoose(item) ? item[idField] : null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

export interface ListingOptions<Item> {
  readonly key?: string;
  readonly idField?: string;
  /** Where some records share the key, the column that is unique among those. */
  readonly within?: string;
  readonly columns?: Columns;
  /** Checks the records of a page. */
  readonly all?: (records: readonly unknown[]) => readonly Item[];
}

export function createListing<Item>(
  api: Api,
  path: string,
  {
    key = '',
    idField = key,
    within,
    columns = anyColumns,
    all = records => records as readonly Item[],
  }: ListingOptions<Item>,
): Listing<Item> {
  const { sizes } = api;
  const ids = [idField, within ?? ''].filter(name => name !== '');
  let longest = 0;

  const request = async (criteria: SearchCriteria, pageSize: number, call?: MagentoCall): Promise<ListPage<Item>> => {
    const sort = key === '' ? {} : { sort: [{ field: key }] };
    const query = criteriaQuery({ ...sort, ...criteria, pageSize }, { columns, ids });
    const body = await api.request('GET', path, { query, schema: envelopeSchema }, call);
    const total = body.total_count == null ? null : Number(body.total_count);
    const items = all(body.items ?? []);
    const counted = ((criteria.page ?? 1) - 1) * pageSize + items.length >= (total ?? Number.POSITIVE_INFINITY);
    const isShort = items.length < Math.min(pageSize, longest);
    const isLast = items.length === 0 || (isShort && counted);
    longest = Math.max(longest, items.length);
    return { items, total, pageSize, isLast };
  };

  const list = async (criteria: SearchCriteria = {}, call?: MagentoCall): Promise<ListPage<Item>> => {
    const pageSize = Math.min(criteria.pageSize ?? sizes.usual, sizes.largest);
    try {
      return await request(criteria, pageSize, call);
    } catch (error) {
      const largest = largestPage(error);
      if (largest === null || largest >= pageSize || (criteria.page ?? 1) > 1) throw error;
      sizes.largest = largest;
      return request(criteria, largest, call);
    }
  };

  const nameIn = (item: Item): string | number | null =>
    within === undefined ? keyOf(item, idField) : JSON.stringify([keyOf(item, idField), keyOf(item, within)]);

  /** All of one key, however many they are. */
  async function* ofOneKey(
    criteria: Wanted,
    value: string | number,
    column: string,
    call?: MagentoCall,
  ): AsyncGenerator<Item> {
    for (let last: string | number | null = null; ; ) {
      const beyond = last === null ? [] : [[{ field: column, condition: 'gt' as const, value: last }]];
      const filters = [...(criteria.filters ?? []), [{ field: key, value }], ...beyond];
      const { items, isLast } = await list({ ...criteria, filters, sort: [{ field: column }] }, call);
      yield* items;
      const reached = keyOf(items.at(-1), column);
      if (isLast || reached === null || reached === last) return;
      last = reached;
    }
  }

  /** Each page is what follows the last record met. */
  async function* byKey(criteria: Wanted, direction: 'ASC' | 'DESC', call?: MagentoCall): AsyncGenerator<Item> {
    const { filters = [] } = criteria;
    const beyond = direction === 'ASC' ? ('gt' as const) : ('lt' as const);
    let condition: 'gt' | 'lt' | 'gteq' | 'lteq' = within === undefined ? beyond : `${beyond}eq`;
    let last: string | number | null = null;
    let before: ReadonlySet<unknown> = new Set();
    for (;;) {
      const after: Filter[][] = last === null ? [] : [[{ field: key, condition, value: last }]];
      const { items, isLast } = await list({ ...criteria, filters: [...filters, ...after] }, call);
      const names = items.map(nameIn);
      const keys = items.map(item => keyOf(item, idField));
      const [first = null] = keys;
      last = keys.findLast(found => found !== null) ?? null;
      const isOneKey = within !== undefined && !isLast && first !== null && keys.every(found => found === first);
      if (isOneKey) {
        for await (const item of ofOneKey(criteria, first, within, call)) if (!before.has(nameIn(item))) yield item;
        condition = beyond;
        before = new Set();
        continue;
      }
      // A list that knows no filters shows the same once more.
      const fresh = items.filter((_, index) => names[index] === null || !before.has(names[index]));
      yield* fresh;
      if (isLast || last === null || fresh.length === 0) return;
      condition = within === undefined ? beyond : `${beyond}eq`;
      before = new Set(names);
    }
  }

  /** A shop may repeat its last page for ever, so one that brings nothing new is the end. */
  async function* byPage(criteria: Wanted, call?: MagentoCall): AsyncGenerator<Item> {
    let before: ReadonlySet<unknown> = new Set();
    for (let page = 1; ; page += 1) {
      const { items, isLast, total, pageSize } = await list({ ...criteria, page }, call);
      const names = items.map(item => nameIn(item) ?? JSON.stringify(item));
      const fresh = items.filter((_, index) => !before.has(names[index]));
      yield* fresh;
      if (isLast || fresh.length === 0 || (total !== null && page * pageSize >= total)) return;
      before = new Set(names);
    }
  }

  return {
    key,
    idField,
    list,
    iterate(criteria = {}, call) {
      const [first, ...others] = criteria.sort ?? [];
      if (first === undefined && key !== '') return byKey(criteria, 'ASC', call);
      if (first?.field === key && others.length === 0) return byKey(criteria, first.direction ?? 'ASC', call);
      return byPage(criteria, call);
    },
  };
}
