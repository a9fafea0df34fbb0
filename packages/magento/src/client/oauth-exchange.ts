import { AuthError, type Host, TransportError } from '@cartograph/core';
import { oauth1Header, randomNonce } from './oauth1.js';

/** What a shop posts when an administrator activates an integration. */
export interface Activation {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly verifier: string;
  readonly baseUrl: string;
}

/** What the integration signs with from then on; it does not expire. */
export interface AccessToken {
  readonly accessToken: string;
  readonly accessTokenSecret: string;
}

const timeoutMs = 30_000;

/** Exchanges an activation for an access token, by way of a request token. Has to happen within five minutes; nothing is repeated, as each token is given once. */
export async function exchangeTokens(
  { consumerKey, consumerSecret, verifier, baseUrl }: Activation,
  { fetch, now }: Pick<Host, 'fetch' | 'now'>,
  nonce: () => string = randomNonce,
): Promise<AccessToken> {
  const ask = async (step: 'request' | 'access', token: AccessToken): Promise<AccessToken> => {
    const url = new URL(`${baseUrl.replace(/\/$/, '')}/oauth/token/${step}`);
    const timestamp = Math.floor(now().getTime() / 1000);
    const credentials = { consumerKey, consumerSecret, ...token, ...(step === 'access' && { verifier }) };
    const authorization = oauth1Header({ method: 'POST', url, nonce: nonce(), timestamp }, credentials);
    const context = { connector: 'Magento', host: url.host, method: 'POST', path: url.pathname };
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(cause => {
      throw new TransportError(`Magento: ${url.host} gives no answer to ${url.pathname}`, context, { cause });
    });
    const answer = new URLSearchParams(await response.text());
    const [accessToken, accessTokenSecret] = [answer.get('oauth_token'), answer.get('oauth_token_secret')];
    if (response.ok && accessToken && accessTokenSecret) return { accessToken, accessTokenSecret };
    const problem = answer.get('oauth_problem')?.slice(0, 200) ?? `status ${response.status}`;
    throw new AuthError(`Magento: ${url.host} gives no ${step} token (${problem}); activate the integration again`, {
      ...context,
      status: response.status,
    });
  };
  return ask('access', await ask('request', { accessToken: '', accessTokenSecret: '' }));
}
