import { bearer, createTokenSource, type Http, type HttpOptions } from '@cartograph/connector-kit';
import type { Host } from '@cartograph/core';
import { z } from 'zod';
import type { MagentoConfig } from '../config.js';
import { adminTokenPath } from '../errors.js';
import { oauth1Header, randomNonce } from './oauth1.js';

type Authorization = Pick<HttpOptions, 'authorize' | 'refresh'>;

const hourMs = 3_600_000;
/** An admin token is replaced this long before its end, so that no page is refused half-way. */
const earlyMs = 5 * 60_000;

/** `http` is asked only when a token is needed. */
export function createAuthorization(
  config: MagentoConfig,
  host: Host,
  http: () => Http,
  nonce = randomNonce,
): Authorization {
  const { auth, baseUrl } = config;
  switch (auth.method) {
    case 'bearer':
      return { authorize: request => withHeader(request, `Bearer ${auth.accessToken}`) };
    case 'oauth1':
      return {
        authorize: request =>
          withHeader(
            request,
            oauth1Header(
              {
                method: request.method,
                url: signedUrl(request.url, baseUrl, auth.signingBaseUrl),
                nonce: nonce(),
                timestamp: Math.floor(host.now().getTime() / 1000),
              },
              auth,
            ),
          ),
        // A nonce that another client used before is refused with the consumer's name; the next signature has another.
        refresh: (_, text) => text.includes(auth.consumerKey),
      };
    case 'admin':
      return bearer(
        createTokenSource({
          now: host.now,
          earlyMs,
          fetchToken: async () => {
            const { username, password } = auth;
            const { body } = await http().request('POST', adminTokenPath, {
              json: { username, password },
              authorize: false,
              // Only a refusal counts towards the lock, and that is not repeated.
              idempotent: true,
              schema: z.string().min(1),
            });
            return { token: body, expiresInMs: auth.tokenLifetimeHours * hourMs };
          },
        }),
      );
  }
}

function withHeader(request: Request, value: string): Request {
  request.headers.set('authorization', value);
  return request;
}

/** Behind a proxy the shop checks signatures against the address that it sees itself. */
function signedUrl(url: string, baseUrl: string, signingBaseUrl: string | undefined): URL {
  if (signingBaseUrl === undefined) return new URL(url);
  const { pathname, search } = new URL(url);
  const path = pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, '').length);
  return new URL(`${signingBaseUrl.replace(/\/$/, '')}${path}${search}`);
}
