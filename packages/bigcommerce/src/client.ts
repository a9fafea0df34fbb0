import { createHost, createHttp, shopBudget } from '@cartograph/connector-kit';
import { type Host, parseConfig } from '@cartograph/core';
import type { z } from 'zod';
import { createApi } from './client/api.js';
import { createBrands, createChannels, createInventory, createProducts } from './client/catalog.js';
import { createCategories } from './client/categories.js';
import { createCustomers } from './client/customers.js';
import { createLocations } from './client/locations.js';
import { createOrders } from './client/orders.js';
import { createPaymentMethods } from './client/payment-methods.js';
import { concurrency, readLimits } from './client/rate.js';
import { createTaxes } from './client/taxes.js';
import { bigcommerceConfigSchema } from './config.js';
import { toBigCommerceError } from './errors.js';
import type { NativeStore } from './native/store.js';

export type BigCommerceClient = ReturnType<typeof createBigCommerceClient>;

/** The reading half of the platform's REST API: V2 where V3 has no such resource. Throws a ConfigError for wrong settings. */
export function createBigCommerceClient(config: z.input<typeof bigcommerceConfigSchema>, host: Host = createHost()) {
  const { baseUrl, storeHash, accessToken } = parseConfig(
    { title: 'BigCommerce', config: bigcommerceConfigSchema },
    config,
  );
  const http = createHttp({
    connector: 'BigCommerce',
    baseUrl,
    host,
    budget: shopBudget(host, `BigCommerce ${new URL(baseUrl).host} ${storeHash}`, { announced: true, concurrency }),
    readLimits,
    authorize: request => {
      request.headers.set('x-auth-token', accessToken);
      return request;
    },
    headers: { accept: 'application/json' },
    secrets: [accessToken],
    toError: toBigCommerceError,
  });
  const api = createApi(http, storeHash);
  return {
    /** The platform's clock. */
    now: http.now,
    store: { get: () => api.one<NativeStore>('/v2/store') },
    orders: createOrders(api),
    customers: createCustomers(api),
    products: createProducts(api),
    inventory: createInventory(api),
    brands: createBrands(api),
    channels: createChannels(api),
    categories: createCategories(api),
    locations: createLocations(api),
    paymentMethods: createPaymentMethods(api),
    taxes: createTaxes(api),
  };
}
