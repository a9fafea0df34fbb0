import { type Http, isLoose } from '@cartograph/connector-kit';
import { isCommerceError, RequestError } from '@cartograph/core';
import { z } from 'zod';
import { encodeQuery, type NativeQuery } from './query.js';

/** One page of a V3 list. */
export interface Page<Item> {
  readonly items: Item[];
  /** Of all pages, where the platform says so. */
  readonly total: number | null;
  /** The most rows that a page has, where the platform says so: it may have been asked for more. */
  readonly perPage: number | null;
  readonly nextPage: number | null;
  /** Whether the list has cursors. */
  readonly hasCursor: boolean;
  /** To go on after this page; null after the last one. */
  readonly nextCursor: string | null;
}

const count = z.number().nullish();
const links = z.object({ next: z.string().nullish() }).nullish();

const metaSchema = z.object({
  pagination: z.object({ total: count, per_page: count, current_page: count, total_pages: count }).nullish(),
  cursor_pagination: z.object({ per_page: count, end_cursor: z.string().nullish(), links }).nullish(),
});

/** A record is only checked to be an object here: its fields are read one by one, and a corrupt one must not spoil its page. */
const item = z.custom<unknown>(isLoose, 'is not an object');
const items = z.array(item);
const dataSchema = z.object({ data: item });
const listSchema = z.union([items, z.object({ data: items }).transform(({ data }) => data)]).nullable();
const pageSchema = z
  .union([z.object({ data: items, meta: metaSchema.nullish() }), items.transform(data => ({ data, meta: null }))])
  .nullable();

/** How the platform frames what it sends: V2 bare, V3 in an envelope, and some endpoints the other way round. */
export interface Api {
  /** A record of V2. */
  one<Item>(path: string, query?: NativeQuery): Promise<Item>;
  /** A record of V3. */
  data<Item>(path: string, query?: NativeQuery): Promise<Item>;
  /** Empty lists are 204 without a body. */
  list<Item>(path: string, query?: NativeQuery, patience?: Patience): Promise<Item[]>;
  page<Item>(path: string, query?: NativeQuery, patience?: Patience): Promise<Page<Item>>;
}

/** How often a request is repeated that is likely to fail again. */
export interface Patience {
  readonly retries?: number;
}

export function createApi(http: Http, storeHash: string): Api {
  const base = `/stores/${storeHash}`;
  const get = async <Body>(
    path: string,
    query: NativeQuery,
    schema: z.ZodType<Body>,
    patience?: Patience,
  ): Promise<Body> => (await http.get(`${base}${path}`, { query: encodeQuery(query), schema, ...patience })).body;
  return {
    one: async <Item>(path: string, query: NativeQuery = {}) => (await get(path, query, item)) as Item,
    data: async <Item>(path: string, query: NativeQuery = {}) => (await get(path, query, dataSchema)).data as Item,
    list: async <Item>(path: string, query: NativeQuery = {}, patience?: Patience) =>
      ((await get(path, query, listSchema, patience)) ?? []) as Item[],
    async page<Item>(path: string, query: NativeQuery = {}, patience?: Patience) {
      const body = await get(path, query, pageSchema, patience);
      const { pagination, cursor_pagination: cursor } = body?.meta ?? {};
      const current = pagination?.current_page ?? 1;
      return {
        items: (body?.data ?? []) as Item[],
        total: pagination?.total ?? null,
        perPage: pagination?.per_page ?? cursor?.per_page ?? null,
        nextPage: current < (pagination?.total_pages ?? 1) ? current + 1 : null,
        hasCursor: cursor != null,
        nextCursor: (cursor?.links?.next && cursor.end_cursor) || null,
      };
    },
  };
}

/** The record that a list names by its id, where it has no endpoint of its own. Throws a RequestError when there is none. */
export async function onlyItem<Item>(answer: Promise<Page<Item>>, name: string): Promise<Item> {
  const [item] = (await answer).items;
  if (item === undefined)
    throw new RequestError(`BigCommerce has no ${name}`, { connector: 'bigcommerce', status: 404 });
  return item;
}

/** What the platform has not, or the token may not read, is none. */
export async function unlessRefused<Value>(answer: Promise<Value>, statuses: readonly number[]): Promise<Value | null> {
  try {
    return await answer;
  } catch (error) {
    if (isCommerceError(error) && statuses.includes(Number(error.context.status))) return null;
    throw error;
  }
}
