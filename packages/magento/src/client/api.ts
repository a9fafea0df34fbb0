import { type Http, isLoose, type RecordCheck, type RequestOptions } from '@cartograph/connector-kit';
import { type Host, InputError } from '@cartograph/core';
import { z } from 'zod';
import type { MagentoConfig } from '../config.js';
import { percentEncode } from './criteria.js';

/** A record as the shop sends it, with whatever fields its modules add. Where PHP has nothing it may send `false` or `[]` for null. */
export type Raw<Native> = Native & { readonly [field: string]: unknown };

/** What a single call may have, always the last argument. */
export interface MagentoCall extends RequestOptions {
  /** The store view, or `all`, in whose scope this one call is made; the client’s own unless told. */
  readonly storeCode?: string | undefined;
}

/** Page sizes of one shop, shared by its lists. */
export interface PageSizes {
  readonly usual: number;
  /** Infinity until the shop names its limit. */
  largest: number;
  /** The same of what is sent in lists. */
  array: number;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Sending<Schema extends z.ZodType> {
  readonly json?: unknown;
  readonly query?: string;
  readonly schema: Schema;
}

/** What the resources of a client share. */
export interface Api {
  readonly config: MagentoConfig;
  /** The scope of calls that name none. */
  readonly storeCode: string;
  readonly host: Host;
  readonly http: Http;
  readonly sizes: PageSizes;
  readonly checks: <Schema extends z.ZodType>(what: string, schema: Schema) => RecordCheck<z.input<Schema>>;
  /** `path` begins with the version: `V1/orders`. It goes below the scope of the call. */
  request<Schema extends z.ZodType>(
    method: Method,
    path: string,
    sending: Sending<Schema>,
    call?: MagentoCall,
  ): Promise<z.output<Schema>>;
}

/** A path whose values are encoded: at`V1/orders/${id}/comments`. */
export const at = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  parts.reduce((path, part, index) => `${path}${segment(values[index - 1])}${part}`);

function segment(value: string | number | undefined): string {
  const text = value === undefined || value === null ? '' : String(value);
  if (text === '' || text === '.' || text === '..' || text === 'NaN')
    throw new InputError(`Magento: an id is needed, not "${text}"`, { field: 'id' });
  // Web servers refuse an encoded slash, and signatures over it differ between releases.
  if (text.includes('/'))
    throw new InputError(`Magento: "${text}" has a slash, which web servers refuse in an address`, { field: 'id' });
  return percentEncode(text);
}

/** The address of a path in a scope, below `/rest`. */
export const scoped = (storeCode: string, path: string): string => `${percentEncode(storeCode)}/${path}`;

const isRecord = (value: unknown): value is Record<string, unknown> => isLoose(value);

export const recordSchema = z.custom<Record<string, unknown>>(isRecord, 'is no record');
export const recordsSchema = z.array(z.unknown());
/** Ids are numbers, or their digits as text. */
export const idSchema = z.union([z.number(), z.string().min(1)]);
/** `true` for what was done, from some methods as text; others answer with null or an empty list though they did it. */
export const doneSchema = z
  .union([z.boolean(), z.string(), z.null(), z.array(z.never())])
  .transform(answer => answer !== false && answer !== 'false');
/** The answer of PHP’s `void`: null, an empty list, or nothing. */
export const voidSchema = z.unknown().transform(() => undefined);

/** One record, checked as its resource has it. */
export async function one<Item>(
  api: Api,
  check: RecordCheck<unknown>,
  path: string,
  call?: MagentoCall,
  query?: string,
): Promise<Raw<Item>> {
  const record = await api.request('GET', path, { schema: recordSchema, ...(query && { query }) }, call);
  return check.one(record) as Raw<Item>;
}

/** A list that comes whole, without an envelope. */
export async function whole<Item>(
  api: Api,
  check: RecordCheck<unknown>,
  path: string,
  call?: MagentoCall,
  query?: string,
): Promise<Raw<Item>[]> {
  const records = await api.request('GET', path, { schema: recordsSchema, ...(query && { query }) }, call);
  return check.all(records) as Raw<Item>[];
}

/** Writes, and gives the record that the shop answers with. */
export async function written<Item>(
  api: Api,
  check: RecordCheck<unknown>,
  method: Method,
  path: string,
  json: unknown,
  call?: MagentoCall,
): Promise<Raw<Item>> {
  return check.one(await api.request(method, path, { json, schema: recordSchema }, call)) as Raw<Item>;
}

/** For what answers whether it was done. */
export const act = (api: Api, method: Method, path: string, json?: unknown, call?: MagentoCall): Promise<boolean> =>
  api.request(method, path, { schema: doneSchema, ...(json !== undefined && { json }) }, call);

/** For what answers with an id. */
export const made = (
  api: Api,
  method: Method,
  path: string,
  json: unknown,
  call?: MagentoCall,
): Promise<string | number> => api.request(method, path, { json, schema: idSchema }, call);

/** A query of a path that has no search criteria: `a=1&b[0]=2`, encoded as signatures need it. */
export const queryOf = (values: Readonly<Record<string, string | number | boolean | undefined>>): string =>
  Object.entries(values)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${percentEncode(key)}=${percentEncode(String(value))}`]))
    .join('&');
