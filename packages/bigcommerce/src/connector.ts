import { type BodyPage, defineConnector, id, stream } from '@cartograph/connector-kit';
import { createBigCommerceClient } from './client.js';
import { bigcommerceConfigSchema } from './config.js';
import { toCompanyInfo } from './mapping/company-info.js';
import { toCustomer } from './mapping/customer.js';
import { toDispute } from './mapping/dispute.js';
import { toFulfillment } from './mapping/fulfillment.js';
import { normalizeOrder, toOrder } from './mapping/order.js';
import { paymentCoverage } from './mapping/payment.js';
import { toProduct } from './mapping/product.js';
import { toRefund } from './mapping/refund.js';
import { toTransaction } from './mapping/transaction.js';
import { type CustomerBody, customerBodySchema } from './native/customer.js';
import { type OrderBody, orderBodySchema } from './native/order-body.js';
import { type ProductBody, productBodySchema } from './native/product.js';
import { type NativeStore, nativeStoreSchema } from './native/store.js';
import { type BigCommerceShop, bigcommerceShopSchema, emptyShop } from './shop.js';
import { checkConnection } from './streams/check.js';
import type { OpenConnection } from './streams/connection.js';
import { identifyCustomer, readCustomers, wrapCustomer } from './streams/customers.js';
import { identifyOrder, readOrders, wrapOrder } from './streams/orders.js';
import { identifyProduct, readProducts, wrapProduct } from './streams/products.js';
import { readRefunds } from './streams/refunds.js';

const fiveMinutesMs = 5 * 60_000;

async function* readStore({ client }: OpenConnection): AsyncGenerator<BodyPage> {
  yield { bodies: [await client.store.get()], next: null };
}

const orders = {
  yields: ['orders', 'payments', 'transactions', 'refunds', 'fulfillments', 'disputes'],
  lagMs: fiveMinutesMs,
  native: orderBodySchema,
  identify: identifyOrder,
  wrap: wrapOrder,
  normalize: normalizeOrder,
} as const;

export const bigcommerce = defineConnector({
  id: 'bigcommerce',
  title: 'BigCommerce',
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
    productCategories: { absent: 'not read' },
    paymentMethods: { absent: 'not read' },
    fulfillments: toFulfillment.coverage,
    transactions: toTransaction.coverage,
    payouts: { absent: 'BigCommerce settles nothing: payouts and fees are the payment gateway’s' },
    disputes: toDispute.coverage,
    locations: { absent: 'not read' },
    taxComponents: { absent: 'not read' },
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
      yields: ['customers'],
      incremental: 'modified',
      lagMs: fiveMinutesMs,
      native: customerBodySchema,
      identify: identifyCustomer,
      wrap: wrapCustomer,
      read: readCustomers,
      normalize: (body, shop) => [{ resource: 'customers', record: toCustomer(body, shop) }],
    }),
    products: stream<OpenConnection, BigCommerceShop, ProductBody>({
      yields: ['products'],
      incremental: 'modified',
      lagMs: fiveMinutesMs,
      native: productBodySchema,
      identify: identifyProduct,
      wrap: wrapProduct,
      read: readProducts,
      normalize: (body, shop) => [{ resource: 'products', record: toProduct(body, shop) }],
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
      feeds: 'orders',
    }),
  },
  open: (config, host): OpenConnection => {
    const client = createBigCommerceClient(config, host);
    return { client, config, now: client.now };
  },
  check: checkConnection,
});
