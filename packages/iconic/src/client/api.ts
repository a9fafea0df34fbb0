import {
  checkInput,
  createRecordChecks,
  type Http,
  type HttpAnswer,
  type RequestOptions,
  type SendOptions,
} from '@cartograph/connector-kit';
import { InputError } from '@cartograph/core';
import type { z } from 'zod';
import { connectorTitle } from '../errors.js';
import { type PageQuery, pageQuery } from '../input/scalars.js';
import { joinedRows } from './joined-pages.js';
import { envelopeSchema, listSchema, type Page, pageOf, rowSchema } from './pages.js';
import { queryText } from './query.js';
import { signed } from './signing.js';

/** What a request carries beside its path. */
export interface Content extends Pick<SendOptions, 'json' | 'body' | 'bytes'> {
  /** Lists repeat their name with brackets. */
  readonly query?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Adds the request's signature. */
  readonly sign?: boolean;
}

/** A list that comes in pages. */
export interface PagedList<Row, Query> {
  list(query?: Query & PageQuery, call?: RequestOptions): Promise<Page<Row>>;
  /** All rows, a page at a time as they are taken; none is lost when rows move meanwhile. */
  iterate(query?: Query, call?: RequestOptions): AsyncIterable<Row>;
}

export interface Paging<Query> {
  /** Rows on a page; 100 unless told. */
  readonly most?: number;
  /** How all rows are read where the caller does not say: by what no edit changes, for a row that moves may be passed over. */
  readonly order?: Partial<Query>;
}

/** The calls that answer with one kind of record. */
export interface Endpoints<Row> {
  one(method: string, path: string, content?: Content, call?: RequestOptions): Promise<Row>;
  /** A list that comes whole. */
  all(method: string, path: string, content?: Content, call?: RequestOptions): Promise<Row[]>;
  paged<Filters extends z.ZodObject>(
    path: string,
    filters: Filters,
    paging?: Paging<z.input<Filters>>,
  ): PagedList<Row, z.input<Filters>>;
}

export interface Api {
  /** `what` is how the client calls them: `orders`. */
  of<Schema extends z.ZodType>(what: string, schema: Schema): Endpoints<z.input<Schema>>;
  /** A call whose answer says nothing. */
  send(method: string, path: string, content?: Content, call?: RequestOptions): Promise<void>;
  request(method: string, path: string, content?: Content, call?: RequestOptions): Promise<HttpAnswer>;
}

const mostRows = 100;

/** A part of a path. A SKU may hold anything. */
export const part = (value: string | number): string => encodeURIComponent(value);

/** An id that is blank or dots would make the path of another call. The one path that ends in a slash is a retry's. */
function sound(path: string): string {
  const segments = path
    .replace(/\/retry\/$/, '/retry')
    .slice(1)
    .split('/');
  if (!segments.some(segment => ['', '.', '..'].includes(segment))) return path;
  throw new InputError(`${connectorTitle}: an id is blank, or no id; nothing was sent`, { field: 'id', fields: 'id' });
}

export function createApi(http: Http, validate: boolean): Api {
  const checks = createRecordChecks(connectorTitle, validate);
  const options = ({ query, headers, sign, ...content }: Content = {}, call: RequestOptions = {}): SendOptions => ({
    ...call,
    ...content,
    query: queryText(query ?? {}),
    headers: { ...headers, ...(sign ? signed : {}), ...call.headers },
  });

  const of = <Schema extends z.ZodType>(what: string, schema: Schema): Endpoints<z.input<Schema>> => {
    type Row = z.input<Schema>;
    const check = checks(what, schema);
    return {
      one: async (method, path, content, call) =>
        check.one((await http.request(method, sound(path), { ...options(content, call), schema: rowSchema })).body),
      all: async (method, path, content, call) =>
        check.all((await http.request(method, sound(path), { ...options(content, call), schema: listSchema })).body),
      paged: (path, filters, { most = mostRows, order } = {}) => {
        // Once a page is asked for: a client has many lists, and most programs read few.
        let query: z.ZodType<object> | undefined;
        const page = async (
          asked: object,
          limit: number,
          offset: number,
          call?: RequestOptions,
        ): Promise<Page<Row>> => {
          const content = { query: { ...asked, limit, offset } };
          const { body } = await http.get(path, { ...options(content, call), schema: envelopeSchema });
          check.all(body.items);
          return pageOf<Row>(body, limit, offset);
        };
        return {
          list: async (given, call) => {
            query ??= filters.extend(pageQuery(most));
            const { limit = most, offset = 0, ...asked }: PageQuery = checkInput(`${what}.list`, query, given ?? {});
            return page(asked, limit, offset, call);
          },
          iterate: (given, call) => {
            const asked = checkInput<object>(`${what}.iterate`, filters, { ...order, ...given });
            return joinedRows((limit, offset) => page(asked, limit, offset, call), { size: most });
          },
        };
      },
    };
  };

  return {
    of,
    send: async (method, path, content, call) => {
      await http.request(method, sound(path), options(content, call));
    },
    request: (method, path, content, call) => http.request(method, path, options(content, call)),
  };
}
