import { createHmac } from 'node:crypto';
import type { MagentoSimulator } from './index.js';

export const origin = 'http://shop.example:8803';

export type Json = Record<string, unknown>;

interface OAuthConfig {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
}

export const oauthConfig = (simulator: MagentoSimulator): OAuthConfig =>
  simulator.configs(origin).oauth1.auth as unknown as OAuthConfig;

/** A request with the integration's token, answered. */
export function ask(simulator: MagentoSimulator, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = {
    authorization: `Bearer ${oauthConfig(simulator).accessToken}`,
    ...(init.headers as Record<string, string> | undefined),
  };
  return simulator.fetch(new Request(origin + path, { ...init, headers }));
}

export async function read<T = Json>(simulator: MagentoSimulator, path: string): Promise<T> {
  const response = await ask(simulator, path);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export interface List {
  readonly items: Json[];
  readonly total_count: number;
  readonly search_criteria: Json;
}

/** A whole list in one page. */
export const readAll = async (simulator: MagentoSimulator, path: string): Promise<Json[]> =>
  (await read<List>(simulator, `/rest/all/V1/${path}?searchCriteria=`)).items;

/** Search criteria for filters that all have to hold, as a query. */
export const where = (...filters: (readonly [field: string, condition: string, value: string])[]): string =>
  filters
    .map(([field, condition, value], index) => {
      const name = `searchCriteria[filter_groups][${index}][filters][0]`;
      return `${name}[field]=${field}&${name}[condition_type]=${condition}&${name}[value]=${encodeURIComponent(value)}`;
    })
    .join('&');

/** Signs a GET by hand, after RFC 5849: an implementation of its own, so that the simulator's is not its own judge. */
export function signed(
  simulator: MagentoSimulator,
  path: string,
  nonce: string,
  own: { hash?: 'sha1' | 'sha256'; secret?: string; timestamp?: string } = {},
): Request {
  const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = oauthConfig(simulator);
  const { hash = 'sha256', secret = accessTokenSecret, timestamp = '1751328000' } = own;
  const url = new URL(origin + path);
  const oauth: Record<string, string> = {
    oauth_consumer_key: consumerKey,
    oauth_nonce: nonce,
    oauth_signature_method: `HMAC-${hash.toUpperCase()}`,
    oauth_timestamp: timestamp,
    oauth_token: accessToken,
    oauth_version: '1.0',
  };
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  const pairs = [...url.searchParams, ...Object.entries(oauth)]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const base = `GET&${encode(url.origin + url.pathname)}&${encode(pairs.join('&'))}`;
  const signature = createHmac(hash, `${consumerSecret}&${secret}`).update(base).digest('base64');
  const header = Object.entries({ ...oauth, oauth_signature: signature }).map(
    ([name, value]) => `${name}="${encode(value)}"`,
  );
  return new Request(url, { headers: { authorization: `OAuth ${header.join(', ')}` } });
}

export interface Answer<T = Json> {
  readonly status: number;
  readonly body: T;
}

/** A request with a JSON body; the path goes on from `/rest/`. */
export async function send<T = Json>(
  simulator: MagentoSimulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  const response = await ask(simulator, `/rest/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}
