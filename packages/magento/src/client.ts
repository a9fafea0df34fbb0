import {
  type ClientOptions,
  createHost,
  createHttp,
  createRecordChecks,
  type Http,
  shopBudget,
} from '@cartograph/connector-kit';
import { type Host, InputError, parseConfig } from '@cartograph/core';
import { z } from 'zod';
import { type Api, type MagentoCall, type Method, type Raw, scoped } from './client/api.js';
import { type AttributeScopes, createAttributeScopes } from './client/attribute-scopes.js';
import { type AttributeSetActions, createAttributeSets } from './client/attribute-sets.js';
import { type AttributeActions, createAttributes } from './client/attributes.js';
import { createAuthorization } from './client/authorization.js';
import { type Bulk, createBulk } from './client/bulk.js';
import { type CategoryActions, createCategories } from './client/categories.js';
import { type Composites, createComposites } from './client/composites.js';
import { type Content, createContent } from './client/content.js';
import { type CreditMemoActions, createCreditMemos } from './client/credit-memos.js';
import { type CustomerGroupActions, createCustomerGroups } from './client/customer-groups.js';
import { type CustomerActions, createCustomers } from './client/customers.js';
import { createDirectory, type Directory } from './client/directory.js';
import { createDownloadable, type Downloadable } from './client/downloadable.js';
import { createInventory, type Inventory } from './client/inventory.js';
import { createInvoices, type InvoiceActions } from './client/invoices.js';
import { createLists, type FieldOf, type ItemOf, type ListName, type Lists } from './client/lists.js';
import { createOrders, type Orders } from './client/orders.js';
import { createPathSearch, type PathSearchOptions } from './client/path-search.js';
import { createPrices, type Prices } from './client/prices.js';
import { createProductKinds, type ProductKinds } from './client/product-kinds.js';
import { createProductParts, type ProductParts } from './client/product-parts.js';
import { createProducts, type ProductActions } from './client/products.js';
import { type CouponActions, createCoupons, createSalesRules, type SalesRules } from './client/promotions.js';
import { rateOf } from './client/rate.js';
import type { Search } from './client/search.js';
import { settingsOf } from './client/settings.js';
import { createShipments, type ShipmentActions } from './client/shipments.js';
import { createStockItems, type StockItems } from './client/stock-items.js';
import { createStores, type Stores } from './client/stores.js';
import { createTaxes, type Taxes } from './client/taxes.js';
import { type MagentoConfig, type MagentoConfigInput, magentoConfigSchema, storeCodePattern } from './config.js';
import { toError } from './errors.js';

/** Products, with what hangs on them and what describes them. */
export type Products = Omit<Lists['products'], 'get'> &
  ProductActions &
  ProductParts &
  Composites &
  Downloadable &
  ProductKinds & {
    readonly prices: Prices;
    readonly attributes: Lists['attributes'] & AttributeActions;
    readonly attributeSets: Lists['attributeSets'] & AttributeSetActions;
  };

/** One shop. Every method rejects with a CommerceError, or with the reason of the signal that ended it. */
export interface MagentoClient {
  readonly orders: Orders & Lists['orders'];
  readonly invoices: Lists['invoices'] & InvoiceActions;
  readonly creditMemos: Lists['creditMemos'] & CreditMemoActions;
  readonly shipments: Lists['shipments'] & ShipmentActions;
  readonly transactions: Lists['transactions'];
  readonly customers: Lists['customers'] & CustomerActions;
  readonly customerGroups: Lists['customerGroups'] & CustomerGroupActions;
  readonly products: Products;
  readonly categories: Lists['categories'] & CategoryActions;
  readonly stockItems: StockItems;
  readonly inventory: Inventory;
  readonly salesRules: SalesRules;
  readonly coupons: Lists['coupons'] & CouponActions;
  readonly taxRates: Taxes['taxRates'];
  readonly taxRules: Taxes['taxRules'];
  readonly taxClasses: Taxes['taxClasses'];
  /** What shoppers have put together, ordered or left behind. */
  readonly carts: Lists['carts'];
  /** Goods sent back: Adobe Commerce alone. */
  readonly returns: Lists['returns'];
  readonly store: Stores;
  readonly directory: Directory;
  readonly cms: Content;
  readonly bulk: Omit<Lists['bulks'], 'get'> & Bulk;
  /** A search of a list by its name: `search('orders').where('status', 'pending').iterate()`. */
  search<Name extends ListName>(list: Name): Search<ItemOf<Name>, FieldOf<Name>>;
  /** A search of any other address with search criteria, such as `V1/carts/search`: any column is taken. */
  search<Item = Record<string, unknown>>(path: `V${string}`, options?: PathSearchOptions): Search<Raw<Item>>;
  /** Anything else, signed and paced the same way; `path` begins with the version: `V1/modules`. */
  request<Body = unknown>(method: Method, path: string, options?: AnyRequest, call?: MagentoCall): Promise<Body>;
  /** The same client in the scope of another store view, or of `all`. */
  withStore(storeCode: string): MagentoClient;
  /** The shop’s clock, as its answers tell it. */
  now(): Date;
  /** How it was opened, in its present scope, for `settingsFromJson`; secrets only where they are asked for. */
  settings(options?: { readonly secrets?: boolean }): MagentoConfigInput;
  /** Its settings without secrets: `JSON.stringify(client)` shows none. */
  toJSON(): MagentoConfigInput;
}

export interface AnyRequest {
  readonly json?: unknown;
  /** Encoded, or the search criteria’s own: without a question mark. */
  readonly query?: string;
}

export interface MagentoClientOptions extends ClientOptions {
  /** Makes the nonce of each signature; random unless given. */
  readonly nonce?: () => string;
}

export function createMagentoClient(
  settings: MagentoConfigInput,
  host: Host = createHost(),
  options: MagentoClientOptions = {},
): MagentoClient {
  const config = parseConfig({ title: 'Magento', config: magentoConfigSchema }, settings);
  return assemble(createApi(config, host, options));
}

const anySchema = z.unknown();

function assemble(api: Api, known?: AttributeScopes): MagentoClient {
  const lists = createLists(api);
  const scopes = known ?? createAttributeScopes(lists);
  const bulk = createBulk(api, lists);
  const products = createProducts(api, lists, bulk, scopes);
  return {
    orders: createOrders(api, lists),
    invoices: createInvoices(api, lists),
    creditMemos: createCreditMemos(api, lists),
    shipments: createShipments(api, lists),
    transactions: lists.transactions,
    customers: createCustomers(api, lists, bulk),
    customerGroups: createCustomerGroups(api, lists),
    products: {
      ...products,
      ...createProductParts(api),
      ...createComposites(api),
      ...createDownloadable(api),
      ...createProductKinds(api),
      prices: createPrices(api),
      attributes: createAttributes(api, lists, scopes),
      attributeSets: createAttributeSets(api, lists),
    },
    categories: createCategories(api, lists, bulk, products),
    stockItems: createStockItems(api),
    inventory: createInventory(api, lists),
    salesRules: createSalesRules(api, lists),
    coupons: createCoupons(api, lists),
    ...createTaxes(api, lists),
    carts: lists.carts,
    returns: lists.returns,
    store: createStores(api),
    directory: createDirectory(api),
    cms: createContent(api, lists),
    bulk,
    search: ((name: string, options?: PathSearchOptions) =>
      Object.hasOwn(lists, name)
        ? lists[name as ListName].search()
        : createPathSearch(api, name, options)) as MagentoClient['search'],
    request: (method, path, { json, query } = {}, call) =>
      api.request(
        method,
        path,
        { schema: anySchema, ...(json !== undefined && { json }), ...(query !== undefined && { query }) },
        call,
      ) as Promise<never>,
    withStore: storeCode => assemble({ ...api, storeCode, request: inScope(api, storeCode) }, scopes),
    now: () => api.http.now(),
    settings: options => settingsOf({ ...api.config, storeCode: api.storeCode }, options),
    toJSON: () => settingsOf({ ...api.config, storeCode: api.storeCode }),
  };
}

const inScope =
  (api: Api, storeCode: string): Api['request'] =>
  (method, path, sending, call) =>
    api.request(method, path, sending, { ...call, storeCode: call?.storeCode ?? storeCode });

function createApi(config: MagentoConfig, host: Host, options: MagentoClientOptions): Api {
  const { nonce, validate, concurrency = config.concurrency, ...usual } = options;
  const http: Http = createHttp({
    connector: 'Magento',
    baseUrl: `${config.baseUrl.replace(/\/$/, '')}/rest`,
    host,
    budget: shopBudget(host, `Magento ${new URL(config.baseUrl).host}`, rateOf({ ...config, concurrency })),
    concurrency,
    headers: { accept: 'application/json', 'user-agent': config.userAgent },
    toError,
    secrets: Object.entries(config.auth).flatMap(([field, value]) =>
      field !== 'method' && typeof value === 'string' ? [value] : [],
    ),
    ...usual,
    ...createAuthorization(config, host, () => http, nonce),
  });
  const request: Api['request'] = async (method, path, sending, { storeCode = config.storeCode, ...call } = {}) => {
    if (!storeCodePattern.test(storeCode))
      throw new InputError(`Magento: "${storeCode}" is no code of a store view, nor "all"`, { field: 'storeCode' });
    const { body } = await http.request(method, scoped(storeCode, path), { ...call, ...sending });
    return body as never;
  };
  return {
    config,
    storeCode: config.storeCode,
    host,
    http,
    sizes: { usual: config.pageSize, largest: Number.POSITIVE_INFINITY, array: Number.POSITIVE_INFINITY },
    checks: createRecordChecks('Magento', validate),
    request,
  };
}
