import { refusal } from '../protocol/errors.js';
import type { Integration, Integrations } from './integrations.js';
import { baseString, readHeader, type SignatureMethod, sign } from './signature.js';

/** What a signed request is for: a request token, an access token in exchange for it, or the API itself. */
export type Stage = 'request' | 'access' | 'resource';

const always = ['oauth_consumer_key', 'oauth_signature', 'oauth_signature_method', 'oauth_nonce', 'oauth_timestamp'];
const required: Readonly<Record<Stage, readonly string[]>> = {
  request: always,
  access: [...always, 'oauth_token', 'oauth_verifier'],
  resource: [...always, 'oauth_token'],
};
const tolerableSkewSeconds = 600;

export interface OAuthRules {
  readonly integrations: Integrations;
  readonly methods: readonly SignatureMethod[];
  /** Milliseconds against which time stamps are held; without it only the sign is looked at. */
  readonly now: (() => number) | null;
}

/** Why a signed request is refused. */
export interface OAuthProblem {
  readonly status: 400 | 401;
  readonly message: string;
  readonly parameters?: readonly string[];
}

/** Who signed a request that is in order, and what its header said. */
export interface Signed {
  readonly integration: Integration;
  get(name: string): string;
}

export const isProblem = (checked: OAuthProblem | Signed): checked is OAuthProblem => 'status' in checked;

export const toRefusal = ({ status, message, parameters }: OAuthProblem): Response =>
  refusal(status, message, parameters);

/** Checks signed requests, each nonce once. */
export function createOAuth({ integrations, methods, now }: OAuthRules) {
  const usedNonces = new Set<string>();

  const tokenOf = (integration: Integration, stage: Stage) =>
    stage === 'request' ? null : stage === 'access' ? integration.requestToken : integration.accessToken;

  return (request: Request, stage: Stage): OAuthProblem | Signed => {
    const oauth = readHeader(request.headers.get('authorization') ?? '');
    const get = (name: string) => oauth.get(name) ?? '';
    const problem = (status: 400 | 401, message: string, parameters?: readonly string[]): OAuthProblem =>
      parameters ? { status, message, parameters } : { status, message };
    if (oauth.has('oauth_version') && get('oauth_version') !== '1.0')
      return problem(400, 'The "%1" Oauth version isn\'t supported.', [get('oauth_version')]);
    const missing = required[stage].filter(name => get(name) === '');
    if (missing.length > 0) return problem(400, 'oauth_parameters_absent=%1', [missing.join('&')]);
    if (stage !== 'request' && get('oauth_token').length !== 32)
      return problem(400, 'The token length is invalid. Check the length and try again.');
    const integration = integrations.byKey(get('oauth_consumer_key'));
    if (!integration) return problem(401, 'A consumer having the specified key does not exist');
    const method = methods.find(known => known === get('oauth_signature_method'));
    if (!method) return problem(400, 'Signature method %1 is not supported', [get('oauth_signature_method')]);
    const timestamp = Number(get('oauth_timestamp'));
    const latest = now ? now() / 1000 + tolerableSkewSeconds : Number.POSITIVE_INFINITY;
    if (!(timestamp > 0 && timestamp <= latest))
      return problem(400, 'The oauth_timestamp value in the oauth_nonce table cannot be "%1"', [
        get('oauth_timestamp'),
      ]);
    if (usedNonces.has(get('oauth_nonce')))
      return problem(401, 'The nonce is already being used by the consumer with key %1.', [get('oauth_consumer_key')]);
    usedNonces.add(get('oauth_nonce'));
    const token = tokenOf(integration, stage);
    if (stage !== 'request' && token?.token !== get('oauth_token'))
      return problem(401, 'Specified token does not exist');
    const base = baseString(request.method, new URL(request.url), oauth);
    const expected = sign(method, base, integration.consumerSecret, token?.secret ?? '');
    return get('oauth_signature') === expected
      ? { integration, get }
      : problem(401, 'The signature is invalid. Verify and try again.');
  };
}

export type CheckSigned = ReturnType<typeof createOAuth>;
