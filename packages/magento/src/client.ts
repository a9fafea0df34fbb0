import { createHost, createHttp, type Http, isLoose, shopBudget } from '@cartograph/connector-kit';
import { type Host, parseConfig } from '@cartograph/core';
import { z } from 'zod';
import { createAuthorization } from './client/authorization.js';
import { percentEncode } from './client/criteria.js';
import { createListing, type Listing, type PageSizes, type Raw } from './client/listing.js';
import { rateOf } from './client/rate.js';
import { type MagentoConfigInput, magentoConfigSchema } from './config.js';
import { toError } from './errors.js';
import type { NativeCategory } from './native/category.js';
import type { NativeCreditMemo } from './native/credit-memo.js';
import type { NativeCustomer } from './native/customer.js';
import type { InventorySource, StoreView } from './native/location.js';
import type { NativeOrder } from './native/order.js';
import type { NativeOrderItem } from './native/order-item.js';
import type { NativeProduct, SourceItem, StockItem } from './native/product.js';
import type { CustomerGroup, ProductAttribute } from './native/reference.js';
import type { NativeShipment } from './native/shipment.js';
import type { StoreConfig, Website } from './native/store.js';
import type { NativeTaxRate, NativeTaxRule } from './native/tax.js';
import type { NativeDocument, NativeTransaction } from './native/transaction.js';

interface Gettable<Item> {
  get(id: string | number): Promise<Raw<Item>>;
}

type Resource<Item> = Listing<Raw<Item>> & Gettable<Item>;

/** Reads one shop. Every method rejects with a CommerceError. */
export interface MagentoClient {
  readonly orders: Resource<NativeOrder> & { readonly items: Resource<NativeOrderItem> };
  readonly invoices: Resource<NativeDocument>;
  readonly creditMemos: Resource<NativeCreditMemo>;
  readonly shipments: Resource<NativeShipment>;
  readonly transactions: Resource<NativeTransaction>;
  readonly customers: Resource<NativeCustomer>;
  readonly customerGroups: Listing<Raw<CustomerGroup>>;
  readonly products: Listing<Raw<NativeProduct>> & {
    /** With its stock item, which lists leave out. */
    get(sku: string): Promise<Raw<NativeProduct>>;
    readonly attributes: Listing<Raw<ProductAttribute>>;
  };
  /** Without their products. */
  readonly categories: Resource<NativeCategory>;
  readonly stockItems: { get(sku: string): Promise<Raw<StockItem>> };
  readonly inventory: {
    readonly sources: Resource<InventorySource>;
    readonly sourceItems: Listing<Raw<SourceItem>>;
  };
  readonly taxRates: Resource<NativeTaxRate>;
  readonly taxRules: Resource<NativeTaxRule>;
  readonly store: {
    configs(): Promise<readonly Raw<StoreConfig>[]>;
    websites(): Promise<readonly Raw<Website>[]>;
    views(): Promise<readonly Raw<StoreView>[]>;
  };
  /** The shop’s clock, as its answers tell it. */
  now(): Date;
}

/** The id by which the shop itself sorts them is not shown. */
const sourceItemName = (item: unknown): string =>
  isLoose(item) ? JSON.stringify([item.sku, item.source_code]) : JSON.stringify(item);

const objectSchema = z.record(z.string(), z.unknown());

export interface MagentoClientOptions {
  /** Makes the nonce of each signature; random unless given. */
  readonly nonce?: () => string;
}

export function createMagentoClient(
  settings: MagentoConfigInput,
  host: Host = createHost(),
  { nonce }: MagentoClientOptions = {},
): MagentoClient {
  const config = parseConfig({ title: 'Magento', config: magentoConfigSchema }, settings);
  const http: Http = createHttp({
    connector: 'Magento',
    baseUrl: `${config.baseUrl.replace(/\/$/, '')}/rest/${config.storeCode}`,
    host,
    budget: shopBudget(host, `Magento ${new URL(config.baseUrl).host}`, rateOf(config)),
    concurrency: config.concurrency,
    headers: { accept: 'application/json', 'user-agent': config.userAgent },
    toError,
    secrets: Object.entries(config.auth).flatMap(([field, value]) =>
      field !== 'method' && typeof value === 'string' ? [value] : [],
    ),
    ...createAuthorization(config, host, () => http, nonce),
  });
  const sizes: PageSizes = { usual: config.pageSize, largest: Number.POSITIVE_INFINITY };
  const listing = <Item>(path: string, key: string, idField = key) =>
    createListing<Raw<Item>>(http, path, { key, idField }, sizes);
  const one = async <Item>(path: string, id: string | number) =>
    (await http.get(`${path}/${percentEncode(String(id))}`, { schema: objectSchema })).body as Raw<Item>;
  const all = async <Item>(path: string) =>
    (await http.get(path, { schema: z.array(objectSchema) })).body as Raw<Item>[];

  /** A list, and the path of one of its records where that is another. */
  const resource = <Item>(path: string, key: string, single = path, idField = key): Resource<Item> => ({
    ...listing<Item>(path, key, idField),
    get: id => one(single, id),
  });

  return {
    orders: { ...resource('V1/orders', 'entity_id'), items: resource('V1/orders/items', 'item_id') },
    invoices: resource('V1/invoices', 'entity_id'),
    creditMemos: resource('V1/creditmemos', 'entity_id', 'V1/creditmemo'),
    shipments: resource('V1/shipments', 'entity_id', 'V1/shipment'),
    transactions: resource('V1/transactions', 'transaction_id'),
    customers: resource('V1/customers/search', 'entity_id', 'V1/customers', 'id'),
    customerGroups: listing('V1/customerGroups/search', 'id'),
    products: {
      ...listing<NativeProduct>('V1/products', 'entity_id', 'id'),
      get: sku => one('V1/products', sku),
      attributes: listing('V1/products/attributes', 'attribute_id'),
    },
    categories: resource('V1/categories/list', 'entity_id', 'V1/categories', 'id'),
    stockItems: { get: sku => one('V1/stockItems', sku) },
    inventory: {
      sources: resource('V1/inventory/sources', 'source_code'),
      sourceItems: createListing(http, 'V1/inventory/source-items', { key: 'sku', nameOf: sourceItemName }, sizes),
    },
    taxRates: resource('V1/taxRates/search', 'tax_calculation_rate_id', 'V1/taxRates', 'id'),
    taxRules: resource('V1/taxRules/search', 'tax_calculation_rule_id', 'V1/taxRules', 'id'),
    store: {
      configs: () => all('V1/store/storeConfigs'),
      websites: () => all('V1/store/websites'),
      views: () => all('V1/store/storeViews'),
    },
    now: () => http.now(),
  };
}
