import { createMethodLookup, createRouter, html, type Route } from '../http.js';
import type { RequestCounts } from '../simulator.js';
import type { RateLimiter } from './limits.js';
import { notFound, Refusal, refuse, type Version } from './refusal.js';

interface GatewaySettings {
  readonly storeHash: string;
  /** The token that is good now. */
  readonly accessToken: () => string;
  readonly routes: readonly Route[];
  /** What answers outside of stores. */
  readonly outside: readonly Route[];
  readonly limiter: RateLimiter;
  readonly now: () => number;
  /** Paths (`/v3/inventory`) for which the token lacks the scope. */
  readonly withoutScope: readonly string[];
  readonly counts: Readonly<RequestCounts>;
}

const storePath = /^\/stores\/([^/]+)\/(v2|v3|graphql)(\/.*)?$/;

/** The media types that this API can send; XML, which V2 once had, is not among them. */
const acceptsJson = (accept: string | null): boolean => accept === null || /json|\*\/\*|application\/\*/.test(accept);

/** Everything that happens before an endpoint is reached, and what every answer carries. */
export function createGateway(settings: GatewaySettings): (request: Request) => Promise<Response> {
  const { storeHash, accessToken, limiter, now, withoutScope, counts } = settings;
  const route = createRouter(settings.routes);
  const outside = createRouter(settings.outside);
  const methodsAt = createMethodLookup(settings.routes);

  const admit = (request: Request, version: Version, hash: string, path: string, allowed: boolean) => {
    const token = request.headers.get('x-auth-token');
    if (!token)
      throw refuse(
        version,
        401,
        version === 'v2' ? 'No credentials were supplied in the request.' : 'X-Auth-Token header is required',
      );
    if (token !== accessToken()) throw refuse(version, 401, 'Unauthorized');
    const forbidden = hash !== storeHash || withoutScope.some(prefix => `/${version}${path}`.startsWith(prefix));
    // The platform says the same about a store that the token does not belong to.
    if (forbidden) throw refuse(version, 403, "You don't have a required scope to access the endpoint");
    if (!allowed) throw refuse(version, 429, 'You have exceeded your API request quota. Please retry later.');
    if (!acceptsJson(request.headers.get('accept')))
      throw refuse(version, 406, 'The requested media type is not available.');
  };

  const answer = async (request: Request, allowed: boolean): Promise<Response> => {
    const match = storePath.exec(new URL(request.url).pathname);
    if (!match) return (await outside(request)) ?? html('<html><body><h1>404 Not Found</h1></body></html>', 404);
    const [, hash = '', name, path = ''] = match;
    const version: Version = name === 'v2' ? 'v2' : 'v3';
    try {
      admit(request, version, hash, path, allowed);
      const found = route(request);
      if (!found && methodsAt(new URL(request.url).pathname).length > 0)
        throw refuse(version, 405, 'The requested method is not available for this resource.');
      if (!found) throw notFound(version);
      return await found;
    } catch (error) {
      if (error instanceof Refusal) return error.response;
      throw error;
    }
  };

  return async request => {
    const { allowed, headers } = limiter.take();
    const response = await answer(request, allowed);
    const extra = {
      ...headers,
      date: new Date(now()).toUTCString(),
      'x-bc-store-version': '7.6.0',
      'x-request-id': `sim-${counts.requests}`,
    };
    for (const [name, value] of Object.entries(extra)) response.headers.set(name, value);
    return response;
  };
}
