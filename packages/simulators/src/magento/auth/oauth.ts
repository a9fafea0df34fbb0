import { refusal } from '../protocol/errors.js';
import type { Credentials } from './credentials.js';
import { baseString, readHeader, type SignatureMethod, sign } from './signature.js';

const required = [
  'oauth_consumer_key',
  'oauth_signature',
  'oauth_signature_method',
  'oauth_nonce',
  'oauth_timestamp',
  'oauth_token',
];
const tolerableSkewSeconds = 600;

export interface OAuthRules {
  readonly credentials: Credentials;
  readonly methods: readonly SignatureMethod[];
  /** Milliseconds against which time stamps are held; without it only the sign is looked at. */
  readonly now: (() => number) | null;
}

/** Checks signed requests, each nonce once. Gives the refusal, or null for a request that is in order. */
export function createOAuth({ credentials, methods, now }: OAuthRules): (request: Request) => Response | null {
  const usedNonces = new Set<string>();
  return request => {
    const oauth = readHeader(request.headers.get('authorization') ?? '');
    const get = (name: string) => oauth.get(name) ?? '';
    if (oauth.has('oauth_version') && get('oauth_version') !== '1.0') {
      return refusal(400, 'The "%1" Oauth version isn\'t supported.', [get('oauth_version')]);
    }
    const missing = required.filter(name => get(name) === '');
    if (missing.length > 0) return refusal(400, 'oauth_parameters_absent=%1', [missing.join('&')]);
    if (get('oauth_token').length !== 32)
      return refusal(400, 'The token length is invalid. Check the length and try again.');
    if (get('oauth_consumer_key') !== credentials.consumerKey) {
      return refusal(401, 'A consumer having the specified key does not exist');
    }
    const method = methods.find(known => known === get('oauth_signature_method'));
    if (!method) return refusal(400, 'Signature method %1 is not supported', [get('oauth_signature_method')]);
    const timestamp = Number(get('oauth_timestamp'));
    const latest = now ? now() / 1000 + tolerableSkewSeconds : Number.POSITIVE_INFINITY;
    if (!(timestamp > 0 && timestamp <= latest)) {
      return refusal(400, 'The oauth_timestamp value in the oauth_nonce table cannot be "%1"', [
        get('oauth_timestamp'),
      ]);
    }
    if (usedNonces.has(get('oauth_nonce'))) {
      return refusal(401, 'The nonce is already being used by the consumer with key %1.', [get('oauth_consumer_key')]);
    }
    usedNonces.add(get('oauth_nonce'));
    if (get('oauth_token') !== credentials.accessToken) return refusal(401, 'Specified token does not exist');
    const base = baseString(request.method, new URL(request.url), oauth);
    const expected = sign(method, base, credentials.consumerSecret, credentials.accessTokenSecret);
    return get('oauth_signature') === expected ? null : refusal(401, 'The signature is invalid. Verify and try again.');
  };
}
