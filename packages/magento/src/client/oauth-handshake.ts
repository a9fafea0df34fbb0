import { createHost, createPublicFetch } from '@cartograph/connector-kit';
import { type Host, isCommerceError } from '@cartograph/core';
import { z } from 'zod';
import type { MagentoConfigInput } from '../config.js';
import { type Activation, exchangeTokens } from './oauth-exchange.js';
import { createPendingActivations, type PendingActivations } from './pending-activations.js';

export interface HandshakeOptions {
  /** Given the settings of the shop that was connected, its secrets among them; the administrator is sent back once it is done. */
  readonly connected: (settings: MagentoConfigInput, request: Request) => Promise<unknown> | unknown;
  /** Which shops may be connected; any with https unless told. */
  readonly isAllowed?: ((shop: URL) => Promise<boolean> | boolean) | undefined;
  /** In memory unless told. */
  readonly pending?: PendingActivations | undefined;
  /** Reaches public addresses alone unless told: who posts names the address. */
  readonly host?: Host | undefined;
  /** Makes the nonce of each signature; random unless given. */
  readonly nonce?: (() => string) | undefined;
}

/** Keys, secrets and verifiers all have 32 characters. */
const token = z.string().regex(/^[A-Za-z0-9]{32}$/);
const activationSchema = z.object({
  oauth_consumer_key: token,
  oauth_consumer_secret: token,
  oauth_verifier: token,
  store_base_url: z.url({ protocol: /^https?$/ }),
});
const mostCharacters = 4096;

/**
 * Both addresses of an integration with OAuth 1.0a, for any server: a POST is the shop’s callback, which brings the keys; a GET
 * is the identity link, which the administrator’s browser opens next, and at which the tokens are exchanged.
 */
export function createOAuthHandshake({
  connected,
  isAllowed = ({ protocol }) => protocol === 'https:',
  host = createHost({ fetch: createPublicFetch() }),
  pending = createPendingActivations(host.now),
  nonce,
}: HandshakeOptions): (request: Request) => Promise<Response> {
  const callback = async (request: Request): Promise<Response> => {
    const text = await request.text();
    const form = text.length > mostCharacters ? {} : Object.fromEntries(new URLSearchParams(text));
    const { data } = activationSchema.safeParse(form);
    if (data === undefined) return answer(400, 'These are not the four values of an activation.');
    const shop = new URL(data.store_base_url);
    if (shop.username !== '' || shop.search !== '' || !(await isAllowed(shop)))
      return answer(403, 'This shop may not be connected here.');
    await pending.put({
      consumerKey: data.oauth_consumer_key,
      consumerSecret: data.oauth_consumer_secret,
      verifier: data.oauth_verifier,
      baseUrl: data.store_base_url.replace(/\/+$/, ''),
    });
    return answer(200, '');
  };

  const identity = async (request: Request): Promise<Response> => {
    const { searchParams } = new URL(request.url);
    const activation = await pending.take(searchParams.get('oauth_consumer_key') ?? '');
    if (activation === null) return answer(404, 'This activation is unknown or over: activate the integration again.');
    const back = backTo(searchParams.get('success_call_back'), activation);
    if (back === null) return answer(400, 'The way back does not lead to the shop.');
    const { accessToken, accessTokenSecret } = await exchangeTokens(activation, host, nonce);
    const { baseUrl, consumerKey, consumerSecret } = activation;
    await connected(
      { baseUrl, auth: { method: 'oauth1', consumerKey, consumerSecret, accessToken, accessTokenSecret } },
      request,
    );
    return new Response(null, { status: 303, headers: { location: back } });
  };

  return async request => {
    if (request.method === 'POST') return callback(request);
    if (request.method !== 'GET') return answer(405, 'Only GET and POST.');
    try {
      return await identity(request);
    } catch (error) {
      if (!isCommerceError(error)) throw error;
      host.logger.warn({ ...error.context }, error.message);
      return answer(502, error.message);
    }
  };
}

/** Anyone may open the identity link: it must lead nowhere but to the shop. */
function backTo(address: string | null, { baseUrl }: Activation): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return new URL(address).host === new URL(baseUrl).host ? address : null;
}

const answer = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
