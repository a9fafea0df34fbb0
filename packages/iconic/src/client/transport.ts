import {
  bearer,
  type ClientOptions,
  createHttp,
  createRateBudget,
  createTokenSource,
  type Http,
  shopBudget,
} from '@cartograph/connector-kit';
import type { Host } from '@cartograph/core';
import { z } from 'zod';
import type { IconicConfig } from '../config.js';
import { connectorTitle, toIconicError, toTokenError } from '../errors.js';
import { signRequest } from './signing.js';

const tokenPath = '/oauth/client-credentials';
/** A token lives an hour; it is replaced two minutes before that. */
const earlyMs = 120_000;

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().nullish() });

export interface Transport {
  readonly http: Http;
  /** The next call gets a token anew. */
  forgetToken(): Promise<void>;
}

/** HTTP with the application's token, and with a signature where a call asks for one. */
export function createTransport(config: IconicConfig, host: Host, options: ClientOptions): Transport {
  const { hooks, timeoutMs, retries, concurrency } = options;
  const { clientId, clientSecret } = config;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const secrets = [clientSecret, encodeURIComponent(clientSecret), basic];
  const tokenUrl = new URL(config.tokenUrl ?? `${config.baseUrl.replace(/\/+$/, '')}${tokenPath}`);
  // No budget of its own: a token is fetched while a request that needs it already holds a place.
  const tokens = createHttp({
    connector: connectorTitle,
    baseUrl: tokenUrl.origin,
    host,
    budget: createRateBudget({ host }),
    secrets,
    toError: toTokenError,
    hooks,
    timeoutMs,
    retries,
  });
  const source = createTokenSource({
    earlyMs,
    now: host.now,
    fetchToken: async () => {
      const { body } = await tokens.request('POST', tokenUrl.pathname, {
        schema: tokenSchema,
        form: { grant_type: 'client_credentials' },
        headers: { authorization: `Basic ${basic}` },
        idempotent: true,
      });
      return { token: body.access_token, expiresInMs: body.expires_in ? body.expires_in * 1000 : null };
    },
  });
  const { authorize, refresh } = bearer(source);
  const http = createHttp({
    connector: connectorTitle,
    baseUrl: config.baseUrl,
    host,
    // The quota is the seller's; an application is a seller's own.
    budget: shopBudget(host, `${connectorTitle} ${new URL(config.baseUrl).host} ${clientId}`, {
      limits: [{ requests: config.requestsPerSecond, windowMs: 1000 }],
    }),
    secrets,
    toError: toIconicError,
    hooks,
    timeoutMs,
    retries,
    concurrency,
    authorize: async request => signRequest(await authorize(request), clientSecret, http.now),
    refresh,
  });
  return { http, forgetToken: async () => source.invalidate(await source.get()) };
}
