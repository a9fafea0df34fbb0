import { randomBytes } from 'node:crypto';
import { createDocumentKeeper, type DocumentKeeper } from '@cartograph/codat';
import type { ApiKey } from '@cartograph/core';
import type { createLimiter } from '../auth/limiter.js';
import type { Services } from '../route.js';
import { authenticate, charge, permit } from './authenticate.js';
import type { CodatRoute } from './call.js';
import { readDirectory } from './directory.js';
import { errorResponse } from './error.js';
import { createOnce } from './idempotency.js';
import { createRouter, type Found } from './router.js';
import { commerceRoutes } from './routes/commerce.js';
import { companyRoutes } from './routes/companies.js';
import { connectionRoutes } from './routes/connections.js';
import { integrationRoutes } from './routes/integrations.js';
import { keyRoutes } from './routes/keys.js';
import { refreshRoutes } from './routes/refresh.js';
import { settingsRoutes } from './routes/settings.js';
import { supplementRoutes } from './routes/supplements.js';
import { webhookRoutes } from './routes/webhooks.js';

export interface CodatOptions extends Services {
  /** Shared with whoever else keeps the documents in this process. */
  readonly documents?: DocumentKeeper;
}

/** Answers what Codat's clients ask, over the same store and keys; null for what is not theirs. */
export function createCodatApi(
  options: CodatOptions,
  limiter: ReturnType<typeof createLimiter>,
): (request: Request) => Promise<Response | null> {
  const { storage, connectors, host, documents = createDocumentKeeper(storage) } = options;
  const routes: readonly CodatRoute[] = [
    ...commerceRoutes(storage, documents),
    ...companyRoutes(options),
    ...connectionRoutes(options),
    ...integrationRoutes(options),
    ...refreshRoutes(options),
    ...settingsRoutes(options),
    ...keyRoutes(options),
    ...supplementRoutes(options),
    ...webhookRoutes(options),
  ];
  const route = createRouter(routes);
  const once = createOnce(options);

  function refuse(error: unknown): Response {
    const correlationId = randomBytes(16).toString('hex');
    const response = errorResponse(error, correlationId);
    if (response.status === 500) host.logger.error({ correlationId, error }, 'a request of a Codat client failed');
    return response;
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
      const key = await authenticate(storage, request);
      headers = charge(limiter, key, host.now());
      return withHeaders(await once(request, key, () => perform(request, found, key).catch(refuse)), headers);
    } catch (error) {
      return withHeaders(refuse(error), headers);
    }
  };
}

const readQuery = ({ url }: Request): ReadonlyMap<string, string> =>
  new Map([...new URL(url).searchParams].map(([name, value]) => [name.toLowerCase(), value]));

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
