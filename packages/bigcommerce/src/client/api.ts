import { createRecordChecks, type Http, type RecordCheck, type RequestOptions } from '@cartograph/connector-kit';
import { isCommerceError, RequestError, UnsupportedError } from '@cartograph/core';
import type { z } from 'zod';
import { type Page, pageOf, recordOf } from './page.js';
import { encodeQuery, type NativeQuery } from './query.js';

export type { Page } from './page.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a request carries beside its path. */
export interface Content {
  readonly query?: NativeQuery | undefined;
  readonly json?: unknown;
  /** A file with its fields. */
  readonly form?: FormData | undefined;
}

/** What every resource of the client is made of. */
export interface Api {
  /** The body of the answer, parsed; null where there is none. `path` is below the store: `/v2/orders`. */
  send(method: Method, path: string, content?: Content, call?: RequestOptions): Promise<unknown>;
  /** The record that comes back, out of its envelope. */
  record(method: Method, path: string, content?: Content, call?: RequestOptions): Promise<unknown>;
  page(path: string, query?: NativeQuery, call?: RequestOptions): Promise<Page<unknown>>;
  /** Checks for records of one kind; `what` is how the client calls them: `orders.shipments`. */
  records<Schema extends z.ZodType>(what: string, schema: Schema): RecordCheck<z.input<Schema>>;
}

export interface ApiOptions {
  /** Where the paths of the store begin: `/stores/<hash>`. */
  readonly base: string;
  readonly validate?: boolean | undefined;
  /** Credentials of the time before tokens: V3 does not take them. */
  readonly v2Only?: boolean;
}

export function createApi(http: Http, { base, validate, v2Only = false }: ApiOptions): Api {
  const send: Api['send'] = async (method, path, { query, json, form } = {}, call = {}) => {
    if (v2Only && !path.startsWith('/v2/'))
      throw new UnsupportedError(`BigCommerce: ${path} takes an access token; basic auth reaches V2 alone`, { path });
    const answer = await http.request(method, `${base}${path}`, {
      ...call,
      ...(query && { query: encodeQuery(query) }),
      ...(json !== undefined && { json }),
      ...(form && (await encoded(form, call))),
    });
    return answer.body;
  };
  return {
    send,
    record: async (method, path, content, call) => recordOf(await send(method, path, content, call), path),
    page: async (path, query, call) => pageOf(await send('GET', path, { query }, call), path),
    records: createRecordChecks('BigCommerce', validate),
  };
}

/** The platform's own encoder writes the form, with the boundary that its header names. */
async function encoded(form: FormData, call: RequestOptions) {
  const response = new Response(form);
  return {
    headers: { ...call.headers, 'content-type': response.headers.get('content-type') ?? '' },
    body: new Uint8Array(await response.arrayBuffer()),
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
