import { createHost, type Http, type HttpAnswer, type SendOptions } from '@cartograph/connector-kit';
import { type Host, parseConfig } from '@cartograph/core';
import type { z } from 'zod';
import type {
  ItemPayoutFilters,
  StatementFilters,
  StatementType,
  TransactionFilters,
} from './client/finance-options.js';
import { joinedRows } from './client/joined-pages.js';
import type {
  BrandFilters,
  CategoryFilters,
  OrderFilters,
  OrderItemFilters,
  PageOptions,
  ProductSetFilters,
} from './client/options.js';
import { listSchema, type Page, pageSchema, rowSchema } from './client/pages.js';
import { queryText } from './client/query.js';
import { signed } from './client/signing.js';
import { createTransport } from './client/transport.js';
import { type IconicConfigInput, iconicConfigSchema } from './config.js';
import { connectorTitle } from './errors.js';
import type { NativeCategory } from './native/category.js';
import type { NativeOrder } from './native/order.js';
import type { NativeOrderItem } from './native/order-item.js';
import type { NativePaymentMethod } from './native/payment-method.js';
import type {
  NativeBrand,
  NativeImage,
  NativeProduct,
  NativeProductPrices,
  NativeProductSet,
  NativeStock,
} from './native/product-set.js';
import type { NativeSeller } from './native/seller.js';
import type { NativeStatement } from './native/statement.js';
import type { NativeItemPayout, NativeTransaction, NativeTransactionType } from './native/transaction.js';
import type { NativeWarehouse } from './native/warehouse.js';

type Id = string | number;

/** A list that comes in pages. Rows have more fields than their type names. */
export interface PagedList<Row, Filters> {
  list(options?: Filters & PageOptions): Promise<Page<Row>>;
  /** All rows, a page at a time as they are taken. */
  iterate(filters?: Filters): AsyncIterable<Row>;
}

export interface ProductSetPrices {
  readonly productSetId: Id;
  readonly items: readonly NativeProductPrices[];
}

export interface ProductSetImages {
  readonly productSetId: Id;
  readonly images: readonly NativeImage[];
}

export interface IconicClient {
  readonly orders: PagedList<NativeOrder, OrderFilters> & {
    /** By the numeric id, never by the order's number. */
    get(id: Id): Promise<NativeOrder>;
  };
  readonly orderItems: PagedList<NativeOrderItem, OrderItemFilters>;
  /** All products of a seller, in one list without pages. */
  readonly products: { list(filters: { sellerId: Id } | { productIds: readonly Id[] }): Promise<NativeProduct[]> };
  readonly productSets: PagedList<NativeProductSet, ProductSetFilters> & {
    get(id: Id): Promise<NativeProductSet>;
    readonly products: { list(productSetId: Id): Promise<NativeProduct[]> };
    readonly stock: { list(productSetId: Id): Promise<NativeStock[]> };
    /** At most 100 sets a call. */
    readonly prices: { list(productSetIds: readonly Id[]): Promise<ProductSetPrices[]> };
    /** At most 100 sets a call. */
    readonly images: { list(productSetIds: readonly Id[]): Promise<ProductSetImages[]> };
  };
  readonly brands: PagedList<NativeBrand, BrandFilters> & { get(id: Id): Promise<NativeBrand> };
  readonly categories: PagedList<NativeCategory, CategoryFilters>;
  readonly seller: { get(): Promise<NativeSeller> };
  readonly warehouses: { list(): Promise<NativeWarehouse[]>; get(id: Id): Promise<NativeWarehouse> };
  readonly paymentMethods: { list(): Promise<NativePaymentMethod[]> };
  /** The ledger. */
  readonly transactions: PagedList<NativeTransaction, TransactionFilters>;
  readonly transactionTypes: { list(): Promise<NativeTransactionType[]> };
  /** What each unit brings the seller. */
  readonly itemPayouts: PagedList<NativeItemPayout, ItemPayoutFilters>;
  readonly statements: PagedList<NativeStatement, StatementFilters> & {
    get(id: Id): Promise<NativeStatement>;
    /** The open one, which has no id. `country` in ISO alpha-2. */
    current(country: string, type?: StatementType): Promise<Omit<NativeStatement, 'id'>>;
  };
  /** Any other call. `sign` adds the request signature that `POST /v2/finance/transaction` asks for. */
  request(method: string, path: string, options?: IconicCall): Promise<HttpAnswer>;
  /** The platform's clock, as far as its answers have told. */
  now(): Date;
}

export interface IconicCall extends Pick<SendOptions, 'json' | 'idempotent' | 'signal'> {
  /** Lists repeat their name with brackets. */
  readonly query?: object;
  readonly sign?: boolean;
}

const read = async <Body>(http: Http, path: string, query: object, schema: z.ZodType<Body>): Promise<Body> =>
  (await http.get(path, { query: queryText(query), schema })).body;

function pagedList<Row, Filters extends object>(http: Http, path: string): PagedList<Row, Filters> {
  const page = (filters: object, limit: number, offset: number) =>
    read(http, path, { ...filters, limit, offset }, pageSchema<Row>(limit, offset));
  return {
    list: ({ limit = 100, offset = 0, ...filters }: PageOptions = {}) => page(filters, limit, offset),
    iterate: (filters = {} as Filters) => joinedRows((limit, offset) => page(filters, limit, offset)),
  };
}

/** A client of the Seller Center API. Throws a ConfigError that names every wrong setting. */
export function createIconicClient(settings: IconicConfigInput, host: Host = createHost()): IconicClient {
  const http = createTransport(parseConfig({ title: connectorTitle, config: iconicConfigSchema }, settings), host);
  const one = <Row>(path: string, query: object = {}) => read(http, path, query, rowSchema<Row>());
  const list = <Row>(path: string, query: object = {}) => read(http, path, query, listSchema<Row>());
  const part = (value: Id) => encodeURIComponent(value);
  return {
    orders: {
      ...pagedList<NativeOrder, OrderFilters>(http, '/v2/orders'),
      get: id => one(`/v2/orders/${part(id)}`),
    },
    orderItems: pagedList(http, '/v2/order-items'),
    products: { list: filters => list('/v2/products', filters) },
    productSets: {
      ...pagedList<NativeProductSet, ProductSetFilters>(http, '/v2/product-sets'),
      get: id => one(`/v2/product-set/${part(id)}`),
      products: { list: id => list(`/v2/product-set/${part(id)}/products`) },
      stock: { list: id => list(`/v2/stock/product-set/${part(id)}`) },
      prices: { list: productSetIds => list('/v2/prices', { productSetIds }) },
      images: { list: productSetIds => list('/v2/product-sets/images', { productSetIds }) },
    },
    brands: { ...pagedList<NativeBrand, BrandFilters>(http, '/v2/brands'), get: id => one(`/v2/brands/${part(id)}`) },
    categories: pagedList(http, '/v2/categories'),
    seller: { get: () => one('/v2/seller') },
    warehouses: { list: () => list('/v2/warehouses'), get: id => one(`/v2/warehouses/${part(id)}`) },
    paymentMethods: { list: () => list('/v2/payment-methods') },
    transactions: pagedList(http, '/v2/finance/transactions'),
    transactionTypes: { list: () => list('/v2/finance/transaction/types') },
    itemPayouts: pagedList(http, '/v2/finance/order-item-transactions'),
    statements: {
      ...pagedList<NativeStatement, StatementFilters>(http, '/v2/finance/statements'),
      get: id => one(`/v2/finance/statements/${part(id)}`),
      current: (country, type) => one(`/v2/finance/statements/current/${part(country)}`, { type }),
    },
    request: (method, path, { query = {}, sign = false, ...options } = {}) =>
      http.request(method, path, { ...options, query: queryText(query), headers: sign ? signed : {} }),
    now: http.now,
  };
}
