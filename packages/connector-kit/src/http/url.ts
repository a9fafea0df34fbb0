import { ConfigError } from '@cartograph/core';

type QueryValue = string | number | boolean | null | undefined;

/** Text is sent as it is: already encoded. In a record, null and undefined are left out and a list repeats its key. */
export type Query = string | URLSearchParams | Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

const isList = (value: QueryValue | readonly QueryValue[]): value is readonly QueryValue[] => Array.isArray(value);

function encode(query: Query): string {
  if (typeof query === 'string') return query.replace(/^\?/, '');
  if (query instanceof URLSearchParams) return query.toString();
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of isList(value) ? value : [value]) {
      if (one !== null && one !== undefined) pairs.append(key, String(one));
    }
  }
  return pairs.toString();
}

/** A base URL that requests can be built on. Its own query, fragment and credentials are refused: nothing would keep them. */
export function parseBaseUrl(connector: string, baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(`${connector}: the base URL has to be an address such as https://shop.example`, {
      connector,
    });
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new ConfigError(`${connector}: the base URL of ${url.host} must have no query, fragment, user or password`, {
      connector,
      host: url.host,
    });
  }
  return url;
}

/** `path` goes below the base URL's own path, with or without a leading slash; it may bring a query of its own. */
export function resolveUrl(base: URL, path: string, query: Query | undefined): URL {
  const [pathname = '', ownQuery = ''] = path.split(/\?(.*)/s);
  const prefix = base.pathname.replace(/\/+$/, '');
  const queries = [ownQuery, query === undefined ? '' : encode(query)].filter(part => part !== '');
  const search = queries.length === 0 ? '' : `?${queries.join('&')}`;
  return new URL(`${base.origin}${prefix}/${pathname.replace(/^\/+/, '')}${search}`);
}
