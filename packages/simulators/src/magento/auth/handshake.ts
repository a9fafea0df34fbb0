import { minute } from '../clock.js';
import type { Integrations } from './integrations.js';
import { type CheckSigned, isProblem, type OAuthProblem } from './oauth.js';

/** How long after its consumer was posted an app may ask for its first token. */
const expiry = 5 * minute;

export interface Handshake {
  /** Answers `/oauth/token/request` and `/oauth/token/access`; null for any other path. */
  answer(request: Request, path: string): Response | null;
  /** What activating an integration posts to its callback. */
  post(callbackUrl: string, storeBaseUrl: string): Request;
}

const form = (fields: Readonly<Record<string, string>>, status = 200): Response =>
  new Response(new URLSearchParams(fields).toString(), {
    status,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

/** These two speak forms, also when they refuse. */
const refuse = ({ status, message, parameters = [] }: OAuthProblem): Response =>
  form(
    { oauth_problem: parameters.reduce((text, value, index) => text.replace(`%${index + 1}`, value), message) },
    status,
  );

/** The three steps by which an app that was activated gets its tokens: consumer posted, request token, access token. */
export function createHandshake(integrations: Integrations, check: CheckSigned, now: () => number): Handshake {
  const requestToken = (request: Request): Response => {
    const signed = check(request, 'request');
    if (isProblem(signed)) return refuse(signed);
    const { integration } = signed;
    if (integration.verifier === null || now() - integration.postedAt > expiry)
      return refuse({ status: 401, message: 'Consumer key has expired' });
    const { token, secret } = integrations.newToken();
    integration.requestToken = { token, secret, isUsed: false };
    return form({ oauth_token: token, oauth_token_secret: secret });
  };
  const accessToken = (request: Request): Response => {
    const signed = check(request, 'access');
    if (isProblem(signed)) return refuse(signed);
    const { integration, get } = signed;
    if (integration.requestToken?.isUsed) return refuse({ status: 401, message: 'The token is already being used.' });
    if (get('oauth_verifier') !== integration.verifier)
      return refuse({ status: 401, message: 'The token is not verified. Verify the token and try again.' });
    if (integration.requestToken) integration.requestToken.isUsed = true;
    integration.accessToken = integrations.newToken();
    return form({ oauth_token: integration.accessToken.token, oauth_token_secret: integration.accessToken.secret });
  };

  return {
    answer(request, path) {
      if (request.method !== 'POST') return null;
      if (path === '/oauth/token/request') return requestToken(request);
      return path === '/oauth/token/access' ? accessToken(request) : null;
    },
    post(callbackUrl, storeBaseUrl) {
      const { consumerKey, consumerSecret, verifier } = integrations.activate(now());
      const body = new URLSearchParams({
        oauth_consumer_key: consumerKey,
        oauth_consumer_secret: consumerSecret,
        store_base_url: storeBaseUrl,
        oauth_verifier: verifier ?? '',
      });
      return new Request(callbackUrl, { method: 'POST', body });
    },
  };
}
