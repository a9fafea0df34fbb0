import { createHmac, randomBytes } from 'node:crypto';
import { percentEncode } from './criteria.js';

export interface OAuth1Credentials {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
  /** While an access token is asked for. */
  readonly verifier?: string;
}

interface OAuth1Request {
  readonly method: string;
  /** As sent, query included. */
  readonly url: URL;
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/** 128 bits: Magento keeps every nonce and refuses one that comes again. */
export const randomNonce = (): string => randomBytes(16).toString('hex');

/** The text that is signed. The path counts as it was sent; of the query each part is decoded once and encoded once. */
export function baseString(
  { method, url }: Pick<OAuth1Request, 'method' | 'url'>,
  oauth: readonly (readonly [string, string])[],
): string {
  const query = url.search
    .slice(1)
    .split('&')
    .filter(part => part !== '')
    .map(part => {
      const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
      return [decodeURIComponent(key), decodeURIComponent(value)] as const;
    });
  const parameters = [...query, ...oauth]
    .map(([key, value]) => [percentEncode(key), percentEncode(value)] as const)
    .sort(([leftKey, left], [rightKey, right]) => order(leftKey, rightKey) || order(left, right))
    .map(pair => pair.join('='))
    .join('&');
  return [method.toUpperCase(), `${url.origin}${url.pathname}`, parameters].map(percentEncode).join('&');
}

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The Authorization header of OAuth 1.0a with HMAC-SHA256. JSON bodies are never signed. */
export function oauth1Header(request: OAuth1Request, credentials: OAuth1Credentials): string {
  const oauth: [string, string][] = [
    ['oauth_consumer_key', credentials.consumerKey],
    ['oauth_nonce', request.nonce],
    ['oauth_signature_method', 'HMAC-SHA256'],
    ['oauth_timestamp', String(request.timestamp)],
    ['oauth_version', '1.0'],
    // Absent while a request token is asked for.
    ...(credentials.accessToken === '' ? [] : [['oauth_token', credentials.accessToken] as [string, string]]),
    ...(credentials.verifier === undefined ? [] : [['oauth_verifier', credentials.verifier] as [string, string]]),
  ];
  const key = [credentials.consumerSecret, credentials.accessTokenSecret].map(percentEncode).join('&');
  const signature = createHmac('sha256', key).update(baseString(request, oauth)).digest('base64');
  const parts = [...oauth, ['oauth_signature', signature] as const];
  return `OAuth ${parts.map(([name, value]) => `${name}="${percentEncode(value)}"`).join(', ')}`;
}
