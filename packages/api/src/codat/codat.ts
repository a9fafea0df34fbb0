import { randomBytes } from 'node:crypto';
import { createDocumentKeeper, type DocumentKeeper } from '@cartograph/codat';
import type { ApiKey } from '@cartograph/core';
import type { createLimiter } from '../auth/limiter.js';
import type { Services } from '../route.js';
import type { Webhooks } from '../webhooks/webhooks.js';
import { authenticate, charge, permit } from './authenticate.js';
import type { CodatRoute } from './call.js';
import { createCompanyTokens, keyOfCompany } from './company-token.js';
import { type CodatConnection, readDirectory } from './directory.js';
import { errorOf, refuse } from './error.js';
import { createOnce } from './idempotency.js';
import { createRefresher } from './refresher.js';
import { createRouter, type Found } from './router.js';
import { accessTokenRoutes } from './routes/access-token.js';
import { commerceRoutes } from './routes/commerce.js';
import { companyRoutes } from './routes/companies.js';
import { connectionRoutes } from './routes/connections.js';
import { integrationRoutes } from './routes/integrations.js';
import { keyRoutes } from './routes/keys.js';
import { productRoutes } from './routes/products.js';
import { profileRoutes } from './routes/profile.js';
import { refreshRoutes } from './routes/refresh.js';
import { settingsRoutes } from './routes/settings.js';
import { supplementRoutes } from './routes/supplements.js';
import { validationRoutes } from './routes/validation.js';
import { webhookRoutes } from './routes/webhooks.js';

export interface CodatOptions extends Services {
  /** Shared with whoever else keeps the documents in this process. */
  readonly documents?: DocumentKeeper;
  /** Shared with whoever delivers. */
  readonly webhooks?: Webhooks;
}

/** Answers what Codat's clients ask, over the same store and keys; null for what is not theirs. */
export function createCodatApi(
  options: CodatOptions & { readonly webhooks: Webhooks },
  limiter: ReturnType<typeof createLimiter>,
): (request: Request) => Promise<Response | null> {
  const { storage, connectors, host, webhooks, documents = createDocumentKeeper(storage) } = options;
  const refresher = createRefresher(options);
  const tokens = createCompanyTokens(storage);
  const routes: readonly CodatRoute[] = [
    ...commerceRoutes(storage, documents),
    ...companyRoutes(options),
    ...connectionRoutes(options),
    ...integrationRoutes(options),
    ...refreshRoutes(options, refresher),
    ...validationRoutes(options, refresher),
    ...productRoutes(options, refresher),
    ...accessTokenRoutes(options, tokens),
    ...profileRoutes(options),
    ...settingsRoutes(options),
    ...keyRoutes(options),
    ...supplementRoutes(options),
    ...webhookRoutes(webhooks),
  ];
  const route = createRouter(routes);
  const once = createOnce(options);

  function refused(error: unknown): Response {
    const correlationId = randomBytes(16).toString('hex');
    const told = errorOf(error);
    if (told.status === 500) host.logger.error({ correlationId, error }, 'a request of a Codat client failed');
    return refuse(told, correlationId);
  }

  /** Who asks: a key, or one company. */
  async function identify(request: Request): Promise<ApiKey> {
    const companyId = await tokens.companyOf(request.headers.get('authorization'), host.now());
    if (companyId === null) return authenticate(storage, request);
    const everything = await readDirectory(storage, connectors, { connections: null });
    return keyOfCompany(companyId, everything.connections.filter(one => one.companyId === companyId).flatMap(namesOf));
  }

  async function perform(request: Request, { route, path }: Found, key: ApiKey): Promise<Response> {
    permit(key, route);
    const directory = await readDirectory(storage, connectors, key);
    return route.handle({ request, path, query: readQuery(request), key, directory });
  }

  return async request => {
    let headers: Readonly<Record<string, string>> = {};
    try {
      const found = route(request);
      if (found === null) return null;
      const key = await identify(request);
      headers = charge(limiter, key, host.now());
      return withHeaders(await once(request, key, () => perform(request, found, key).catch(refused)), headers);
    } catch (error) {
      return withHeaders(refused(error), headers);
    }
  };
}

/** A connection that a client made has one name, and others two. */
const namesOf = ({ id, stored }: CodatConnection): readonly string[] => (stored ? [id, stored.id] : [id]);

const readQuery = ({ url }: Request): ReadonlyMap<string, string> =>
  new Map([...new URL(url).searchParams].map(([name, value]) => [name.toLowerCase(), value]));

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
