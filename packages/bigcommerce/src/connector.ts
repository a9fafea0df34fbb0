import { type BodyPage, defineConnector, id, stream } from '@cartograph/connector-kit';
import { collect } from './client/pages.js';
import { createBigCommerceClient } from './client.js';
import { bigcommerceConfigSchema } from './config.js';
import { toProductCategory } from './mapping/category.js';
import { toCompanyInfo } from './mapping/company-info.js';
import { toCustomer } from './mapping/customer.js';
import { toDispute } from './mapping/dispute.js';
import { toFulfillment } from './mapping/fulfillment.js';
import { toLocation } from './mapping/location.js';
import { normalizeOrder, toOrder } from './mapping/order.js';
import { paymentCoverage } from './mapping/payment.js';
import { toPaymentMethod } from './mapping/payment-method.js';
import { toProduct } from './mapping/product.js';
import { toRefund } from './mapping/refund.js';
import { taxComponentsOf, toTaxComponent } from './mapping/tax-component.js';
import { toTransaction } from './mapping/transaction.js';
import { type CategoryBody, categoryBodySchema } from './native/category.js';
import { type CustomerBody, customerBodySchema } from './native/customer.js';
import { instant } from './native/instant.js';
import { type NativeLocation, nativeLocationSchema } from './native/location.js';
import { type OrderBody, orderBodySchema } from './native/order-body.js';
import { type NativePaymentMethod, nativePaymentMethodSchema } from './native/payment-method.js';
import { type ProductBody, productBodySchema } from './native/product.js';
import { type NativeStore, nativeStoreSchema } from './native/store.js';
import { type TaxRateBody, taxRateBodySchema } from './native/tax-rate.js';
import { type BigCommerceShop, bigcommerceShopSchema, emptyShop } from './shop.js';
import { identifyCategory, readCategories, wrapCategory } from './streams/categories.js';
import { checkConnection } from './streams/check.js';
import type { OpenConnection } from './streams/connection.js';
import { customerIds, findCustomers, identifyCustomer, readCustomers, wrapCustomer } from './streams/customers.js';
import { daily } from './streams/daily.js';
import { findOrders } from './streams/find-orders.js';
import { readLocations } from './streams/locations.js';
import { readOpenOrders } from './streams/open-orders.js';
import { optional } from './streams/optional.js';
import { identifyOrder, readOrders, wrapOrder } from './streams/orders.js';
import { findProducts, identifyProduct, productIds, readProducts, wrapProduct } from './streams/products.js';
import { findRefunded, readRefunds } from './streams/refunds.js';
import { identifyTaxRate, readTaxRates, wrapTaxRate } from './streams/tax-rates.js';

const fiveMinutesMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;

async function* readStore({ client }: OpenConnection): AsyncGenerator<BodyPage> {
  yield { bodies: [await client.store.get()], next: null };
}

async function* readPaymentMethods({ client }: OpenConnection): AsyncGenerator<BodyPage> {
  yield { bodies: await collect(client.paymentMethods.iterate()), next: null };
}

const orders = {
  yields: ['orders', 'payments', 'transactions', 'refunds', 'fulfillments', 'disputes'],
  lagMs: fiveMinutesMs,
  native: orderBodySchema,
  identify: identifyOrder,
  wrap: wrapOrder,
  find: findOrders,
  normalize: normalizeOrder,
} as const;

const customers = {
  yields: ['customers'],
  lagMs: fiveMinutesMs,
  native: customerBodySchema,
  identify: identifyCustomer,
  wrap: wrapCustomer,
  find: findCustomers,
  normalize: (body: CustomerBody, shop: BigCommerceShop) => [
    { resource: 'customers', record: toCustomer(body, shop) } as const,
  ],
} as const;

const products = {
  yields: ['products'],
  lagMs: fiveMinutesMs,
  native: productBodySchema,
  identify: identifyProduct,
  wrap: wrapProduct,
  find: findProducts,
  normalize: (body: ProductBody, shop: BigCommerceShop) => [
    { resource: 'products', record: toProduct(body, shop) } as const,
  ],
} as const;

export const bigcommerce = defineConnector({
  id: 'bigcommerce',
  title: 'BigCommerce',
  // Codat's own: https://docs.codat.io/integrations/commerce/overview
  platformKey: 'vqzp',
  mapperVersion: 2,
  config: bigcommerceConfigSchema,
  shop: bigcommerceShopSchema,
  emptyShop,
  coverage: {
    companyInfo: toCompanyInfo.coverage,
    customers: toCustomer.coverage,
    orders: toOrder.coverage,
    products: toProduct.coverage,
    payments: paymentCoverage,
    refunds: toRefund.coverage,
    productCategories: toProductCategory.coverage,
    paymentMethods: toPaymentMethod.coverage,
    fulfillments: toFulfillment.coverage,
    transactions: toTransaction.coverage,
    payouts: { absent: 'BigCommerce settles nothing: payouts and fees are the payment gateway’s' },
    disputes: toDispute.coverage,
    locations: toLocation.coverage,
    taxComponents: toTaxComponent.coverage,
  },
  streams: {
    company: stream<OpenConnection, BigCommerceShop, NativeStore>({
      yields: ['companyInfo'],
      incremental: 'none',
      lagMs: 0,
      native: nativeStoreSchema,
      identify: store => ({ id: id(store.id), modifiedAt: null }),
      read: readStore,
      normalize: store => [{ resource: 'companyInfo', record: toCompanyInfo(store, undefined) }],
    }),
    customers: stream<OpenConnection, BigCommerceShop, CustomerBody>({
      ...customers,
      incremental: 'modified',
      read: readCustomers,
      ids: customerIds,
    }),
    addresses: stream<OpenConnection, BigCommerceShop, CustomerBody>({
      ...customers,
      incremental: 'modified',
      lagMs: 0,
      everyMs: dayMs,
      read: daily(readCustomers),
      feeds: 'customers',
    }),
    products: stream<OpenConnection, BigCommerceShop, ProductBody>({
      ...products,
      incremental: 'modified',
      read: readProducts,
      ids: productIds,
    }),
    stock: stream<OpenConnection, BigCommerceShop, ProductBody>({
      ...products,
      incremental: 'modified',
      lagMs: 0,
      everyMs: dayMs,
      read: daily(readProducts),
      feeds: 'products',
    }),
    categories: stream<OpenConnection, BigCommerceShop, CategoryBody>({
      yields: ['productCategories'],
      incremental: 'none',
      lagMs: 0,
      native: categoryBodySchema,
      identify: identifyCategory,
      wrap: wrapCategory,
      read: (connection, query) => optional(readCategories(connection, query)),
      normalize: body => [{ resource: 'productCategories', record: toProductCategory(body, undefined) }],
    }),
    locations: stream<OpenConnection, BigCommerceShop, NativeLocation>({
      yields: ['locations'],
      incremental: 'none',
      lagMs: 0,
      native: nativeLocationSchema,
      identify: location => ({ id: id(location.id), modifiedAt: instant(location.updated_at) }),
      read: (connection, query) => optional(readLocations(connection, query)),
      normalize: location => [{ resource: 'locations', record: toLocation(location, undefined) }],
    }),
    paymentMethods: stream<OpenConnection, BigCommerceShop, NativePaymentMethod>({
      yields: ['paymentMethods'],
      incremental: 'none',
      lagMs: 0,
      native: nativePaymentMethodSchema,
      identify: method => ({ id: id(method.code), modifiedAt: null }),
      read: connection => optional(readPaymentMethods(connection)),
      normalize: method => [{ resource: 'paymentMethods', record: toPaymentMethod(method, undefined) }],
    }),
    taxRates: stream<OpenConnection, BigCommerceShop, TaxRateBody>({
      yields: ['taxComponents'],
      incremental: 'none',
      lagMs: 0,
      native: taxRateBodySchema,
      identify: identifyTaxRate,
      wrap: wrapTaxRate,
      read: connection => optional(readTaxRates(connection)),
      normalize: taxComponentsOf,
    }),
    orders: stream<OpenConnection, BigCommerceShop, OrderBody>({
      ...orders,
      incremental: 'modified',
      read: readOrders,
    }),
    refunds: stream<OpenConnection, BigCommerceShop, OrderBody>({
      ...orders,
      incremental: 'created',
      read: readRefunds,
      find: findRefunded,
      feeds: 'orders',
    }),
    openOrders: stream<OpenConnection, BigCommerceShop, OrderBody>({
      ...orders,
      incremental: 'modified',
      lagMs: 0,
      everyMs: dayMs,
      read: readOpenOrders,
      feeds: 'orders',
    }),
  },
  open: (config, host): OpenConnection => {
    // Normalizing checks each record by what it reads of it.
    const client = createBigCommerceClient(config, host, { validate: false });
    return { client, config, now: client.now };
  },
  check: checkConnection,
});
