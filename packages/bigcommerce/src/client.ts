import { type ClientOptions, createHost, createHttp, shopBudget } from '@cartograph/connector-kit';
import { type Host, parseConfig } from '@cartograph/core';
import type { z } from 'zod';
import { createApi } from './client/api.js';
import { basicAuth, legacyConfigSchema } from './client/legacy-config.js';
import { concurrency as mostAtOnce, readLimits } from './client/rate.js';
import { createResources } from './client/resources.js';
import { bigcommerceConfigSchema } from './config.js';
import { toBigCommerceError } from './errors.js';

export type BigCommerceClient = ReturnType<typeof createBigCommerceClient>;
export type BigCommerceClientConfig = z.input<typeof bigcommerceConfigSchema> | z.input<typeof legacyConfigSchema>;

/** Where the paths of the store begin, and what proves that we may use them. */
interface Access {
  readonly baseUrl: string;
  readonly base: string;
  readonly shop: string;
  readonly header: readonly [name: string, value: string];
  readonly secrets: readonly string[];
  readonly v2Only: boolean;
}

function accessOf(config: BigCommerceClientConfig): Access {
  if ('legacyUrl' in config) {
    const legacy = parseConfig({ title: 'BigCommerce', config: legacyConfigSchema }, config);
    const baseUrl = new URL(legacy.legacyUrl);
    const credentials = basicAuth(legacy);
    const secrets = [legacy.apiToken, credentials];
    return {
      baseUrl: baseUrl.href,
      base: '/api',
      shop: baseUrl.host,
      header: ['authorization', credentials],
      secrets,
      v2Only: true,
    };
  }
  const { baseUrl, storeHash, accessToken } = parseConfig(
    { title: 'BigCommerce', config: bigcommerceConfigSchema },
    config,
  );
  return {
    baseUrl,
    base: `/stores/${storeHash}`,
    shop: `${new URL(baseUrl).host} ${storeHash}`,
    header: ['x-auth-token', accessToken],
    secrets: [accessToken],
    v2Only: false,
  };
}

/**
 * The platform's REST API, V2 and V3, and the admin's GraphQL. With the settings of an account from the time before tokens
 * V2 alone: the rest is an UnsupportedError before any request. Throws a ConfigError for wrong settings.
 */
export function createBigCommerceClient(
  config: BigCommerceClientConfig,
  host: Host = createHost(),
  options: ClientOptions = {},
) {
  const { baseUrl, base, shop, header, secrets, v2Only } = accessOf(config);
  const { validate, concurrency = mostAtOnce, hooks, timeoutMs, retries } = options;
  const http = createHttp({
    connector: 'BigCommerce',
    baseUrl,
    host,
    budget: shopBudget(host, `BigCommerce ${shop}`, { announced: true, concurrency }),
    readLimits,
    authorize: request => {
      request.headers.set(...header);
      return request;
    },
    headers: { accept: 'application/json' },
    secrets,
    toError: toBigCommerceError,
    hooks,
    timeoutMs,
    retries,
    ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
  });
  const api = createApi(http, { base, validate, v2Only });
  return {
    /** The platform's clock. */
    now: http.now,
    /** Anything else that the platform offers, signed and paced in the same way. `path` is below the store: `/v3/wishlists`. */
    request: api.send,
    ...createResources(api),
  };
}
