import { createHmac } from 'node:crypto';

export type SignatureMethod = 'HMAC-SHA256' | 'HMAC-SHA1';

/** Percent-encoding as RFC 5849 has it: only letters, digits and `-._~` stay as they are. */
export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Every pair of a query, decoded once. A plus sign is a plus sign: a space has to come as `%20`. */
function queryPairs(search: string): [string, string][] {
  const text = search.replace(/^\?/, '');
  if (text === '') return [];
  return text.split('&').map(pair => {
    const [name = '', ...value] = pair.split('=');
    return [decodeURIComponent(name), decodeURIComponent(value.join('='))];
  });
}

const byCode = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * `METHOD & URL & parameters`. The URL is the one that was asked for, with its path as sent and without its query. Bodies
 * take no part, because Magento's are JSON.
 */
export function baseString(method: string, url: URL, oauth: ReadonlyMap<string, string>): string {
  const pairs = [...queryPairs(url.search), ...oauth].filter(
    ([name]) => name !== 'oauth_signature' && name !== 'realm',
  );
  const parameters = pairs
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort((left, right) => byCode(left[0], right[0]) || byCode(left[1], right[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method.toUpperCase(), url.origin + url.pathname, parameters].map(percentEncode).join('&');
}

export const sign = (method: SignatureMethod, base: string, consumerSecret: string, tokenSecret: string): string =>
  createHmac(
    method === 'HMAC-SHA256' ? 'sha256' : 'sha1',
    `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`,
  )
    .update(base)
    .digest('base64');

/** The parameters of an `Authorization: OAuth …` header. */
export function readHeader(header: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', value = ''] of header.replace(/^oauth\s+/i, '').matchAll(/([A-Za-z0-9_]+)="([^"]*)"/g)) {
    parameters.set(name, decodeURIComponent(value));
  }
  return parameters;
}
