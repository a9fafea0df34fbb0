import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { z } from 'zod';
import { type Filter, id as idSchema } from '../../input/kinds.js';
import { onlyItem, type Page } from '../api.js';
import { byId } from '../keyset.js';
import { everyPage, isShort, itemsOfPages } from '../pages.js';
import { at, type Id } from '../path.js';
import type { NativeQuery } from '../query.js';
import type { Parents, Source } from './source.js';

export interface Listed<Above extends Parents, Item, Of extends Filter> {
  /** One page. */
  list(...args: [...above: Above, query?: z.input<Of['page']>, call?: RequestOptions]): Promise<Page<Item>>;
  /** All rows, page after page, as they are asked for: by cursor where the list has cursors, otherwise by the page's number. */
  iterate(...args: [...above: Above, query?: z.input<Of['all']>, call?: RequestOptions]): AsyncGenerator<Item>;
}

const pageReader =
  <Above extends Parents, Item>({ api, check }: Source<Above, Item>) =>
  async (path: string, query: NativeQuery, call?: RequestOptions): Promise<Page<Item>> => {
    const page = await api.page(path, query, call);
    return { ...page, items: check.all(page.items) };
  };

export function lists<Above extends Parents, Item, Of extends Filter>(
  source: Source<Above, Item>,
  { all, page, limit }: Of,
): Listed<Above, Item, Of> {
  const read = pageReader(source);
  type Iterating = readonly [...Above, query?: z.input<Of['all']>, call?: RequestOptions];
  async function* pagesOf(args: Iterating) {
    const { path, rest } = source.read<[z.input<Of['all']>?, RequestOptions?]>(args);
    const filter = checkInput(`${source.name}.iterate`, all, rest[0] ?? {}) as NativeQuery;
    yield* everyPage(place => read(path, { ...filter, limit, ...place }, rest[1]));
  }
  return {
    async list(...args) {
      const { path, rest } = source.read<[z.input<Of['page']>?, RequestOptions?]>(args);
      return read(path, checkInput(`${source.name}.list`, page, rest[0] ?? {}) as NativeQuery, rest[1]);
    },
    iterate: (...args) => itemsOfPages(pagesOf(args)),
  };
}

/** For lists of V2 with `min_id` and `max_id`: each page asks for ids above those before, so that rows that go shift nothing. */
export function listsById<Above extends Parents, Item extends { readonly id?: unknown }, Of extends Filter>(
  source: Source<Above, Item>,
  filter: Of,
): Listed<Above, Item, Of> {
  const read = pageReader(source);
  type Iterating = readonly [...Above, query?: z.input<Of['all']>, call?: RequestOptions];
  async function* pagesOf(args: Iterating) {
    const { path, rest } = source.read<[z.input<Of['all']>?, RequestOptions?]>(args);
    const query = checkInput(`${source.name}.iterate`, filter.all, rest[0] ?? {});
    const { min_id = 0, max_id, ...others } = query as Bounds;
    yield* byId(async (after, to = max_id) => {
      const range = {
        min_id: Math.max(min_id, after + 1),
        ...(to !== undefined && { max_id: Math.min(max_id ?? to, to) }),
      };
      const { items } = await read(path, { ...others, ...range, limit: filter.limit }, rest[1]);
      return { items, isLast: isShort(items) };
    });
  }
  return { ...lists(source, filter), iterate: (...args) => itemsOfPages(pagesOf(args)) };
}

interface Bounds {
  readonly min_id?: number;
  readonly max_id?: number;
}

/** A record by its id, from an address of its own. */
export const gets = <Above extends Parents, Item>(source: Source<Above, Item>) => ({
  async get(...args: [...above: Above, id: Id, call?: RequestOptions]): Promise<Item> {
    const { path, rest } = source.read<[Id, RequestOptions?]>(args);
    return source.check.one(await source.api.record('GET', `${path}${at`/${rest[0]}`}`, {}, rest[1]));
  },
});

/** The same, where more or fewer fields can be asked for. */
export const getsShaped = <Above extends Parents, Item, Shape extends z.ZodType>(
  source: Source<Above, Item>,
  shape: Shape,
) => ({
  async get(...args: [...above: Above, id: Id, shape?: z.input<Shape>, call?: RequestOptions]): Promise<Item> {
    const { path, rest } = source.read<[Id, z.input<Shape>?, RequestOptions?]>(args);
    const query = checkInput(`${source.name}.get`, shape, rest[1] ?? {}) as NativeQuery;
    return source.check.one(await source.api.record('GET', `${path}${at`/${rest[0]}`}`, { query }, rest[2]));
  },
});

/** A record by its id where only the list has an address, which is filtered by ids. Throws a RequestError when there is none. */
export const finds = <Above extends Parents, Item>(source: Source<Above, Item>, by = 'id:in') => ({
  async get(...args: [...above: Above, id: number, call?: RequestOptions]): Promise<Item> {
    const { path, rest } = source.read<[number, RequestOptions?]>(args);
    const id = checkInput(`${source.name}.get`, idSchema, rest[0]);
    const page = source.api.page(path, { [by]: id }, rest[1]);
    return source.check.one(await onlyItem(page, `${source.name} with the id ${id}`));
  },
});

const countSchema = z.object({ count: z.number() });

/** How many there are by the platform's count, which is not always the number that can be listed. */
export function counts<Above extends Parents, Item, Of extends Filter>(source: Source<Above, Item>, { all }: Of) {
  const check = source.api.records(`${source.name}.count`, countSchema);
  return {
    async count(...args: [...above: Above, query?: z.input<Of['all']>, call?: RequestOptions]): Promise<number> {
      const { path, rest } = source.read<[z.input<Of['all']>?, RequestOptions?]>(args);
      const query = checkInput(`${source.name}.count`, all, rest[0] ?? {}) as NativeQuery;
      return check.one(await source.api.record('GET', `${path}/count`, { query }, rest[1])).count;
    },
  };
}
