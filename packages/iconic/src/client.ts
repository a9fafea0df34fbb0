import { type ClientOptions, createHost, type HttpAnswer, type RequestOptions } from '@cartograph/connector-kit';
import { type Host, parseConfig } from '@cartograph/core';
import { type Content, createApi } from './client/api.js';
import { createArchive } from './client/archive.js';
import { createAttributeSets, createAttributes } from './client/attributes.js';
import { createBrands } from './client/brands.js';
import { createCategories } from './client/categories.js';
import { createDocuments, createInvoices } from './client/documents.js';
import { createExports } from './client/exports.js';
import { createFeeds } from './client/feeds.js';
import { createFiles } from './client/files.js';
import { createImports } from './client/imports.js';
import { createLookups } from './client/lookups.js';
import { createManifests } from './client/manifests.js';
import { createOrderItems } from './client/order-items.js';
import { createOrders } from './client/orders.js';
import { createProductSets } from './client/product-sets.js';
import { createProductGroups, createProducts } from './client/products.js';
import { createContentScores, createQualityControl } from './client/quality-control.js';
import { createSeller, createSellers } from './client/seller.js';
import { createStatements } from './client/statements.js';
import { createStock } from './client/stock.js';
import { createTags } from './client/tags.js';
import { createTemplates } from './client/templates.js';
import { createFinance } from './client/transactions.js';
import { createTransport } from './client/transport.js';
import { createOauthApps, createRoles, createUsers } from './client/users.js';
import { createWarehouses } from './client/warehouses.js';
import { createWebhooks } from './client/webhooks.js';
import { type IconicConfigInput, iconicConfigSchema } from './config.js';
import { connectorTitle } from './errors.js';

/** What `request` sends. Lists in the query repeat their name with brackets; `sign` adds the request's signature. */
export interface IconicCall extends RequestOptions, Omit<Content, 'headers'> {}

/**
 * A client of the Seller Center API. Throws a ConfigError that names every wrong setting. What is sent is checked before
 * it goes: an InputError names the field; what arrives is checked loosely unless `validate` is false.
 */
export function createIconicClient(
  settings: IconicConfigInput,
  host: Host = createHost(),
  options: ClientOptions = {},
) {
  const config = parseConfig({ title: connectorTitle, config: iconicConfigSchema }, settings);
  const { http, forgetToken } = createTransport(config, host, options);
  const api = createApi(http, options.validate ?? true);
  return {
    orders: createOrders(api),
    orderItems: createOrderItems(api),
    archivedOrders: createArchive(api),
    documents: createDocuments(api),
    invoices: createInvoices(api),
    manifests: createManifests(api),
    ...createLookups(api),
    productSets: createProductSets(api),
    products: createProducts(api),
    productGroups: createProductGroups(api),
    stock: createStock(api),
    tags: createTags(api),
    qualityControl: createQualityControl(api),
    contentScores: createContentScores(api),
    brands: createBrands(api),
    categories: createCategories(api),
    attributes: createAttributes(api),
    attributeSets: createAttributeSets(api),
    warehouses: createWarehouses(api),
    statements: createStatements(api),
    ...createFinance(api),
    seller: createSeller(api),
    sellers: createSellers(api, forgetToken),
    webhooks: createWebhooks(api),
    feeds: createFeeds(api, host),
    exports: createExports(api, host),
    imports: createImports(api),
    templates: createTemplates(api),
    files: createFiles(api, host),
    users: createUsers(api),
    roles: createRoles(api),
    oauthApps: createOauthApps(api),
    /** `OK`, or another word. Rejects when the platform is not well. */
    health: async (call?: RequestOptions): Promise<string> =>
      String((await api.request('GET', '/v2/health', {}, call)).body),
    /** Any other call, signed and paced as all are. */
    request: (method: string, path: string, call: IconicCall = {}): Promise<HttpAnswer> => {
      const { query, json, body, bytes, sign, ...rest } = call;
      const given = Object.entries({ query, json, body, bytes, sign }).filter(([, value]) => value !== undefined);
      return api.request(method, path, Object.fromEntries(given), rest);
    },
    /** The platform's clock, as far as its answers have told. */
    now: (): Date => http.now(),
  };
}

export type IconicClient = ReturnType<typeof createIconicClient>;
