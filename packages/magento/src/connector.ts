import { defineConnector, type Identity, id, isLoose, localInstant, stream } from '@cartograph/connector-kit';
import { readShop } from './check.js';
import { createMagentoClient, type MagentoClient } from './client.js';
import { type MagentoConfig, magentoConfigSchema } from './config.js';
import { toCompanyInfo } from './mapping/company.js';
import { toCustomer } from './mapping/customer.js';
import { mainWebsite } from './mapping/main-store.js';
import { toOrder } from './mapping/order.js';
import { orderPayments, toPayment } from './mapping/payment.js';
import { toProduct } from './mapping/product.js';
import { toRefund } from './mapping/refund.js';
import { creditMemoBodySchema } from './native/credit-memo.js';
import { nativeCustomerSchema } from './native/customer.js';
import { nativeOrderSchema } from './native/order.js';
import { productBodySchema } from './native/product.js';
import { companyBodySchema } from './native/store.js';
import { emptyShop, type MagentoShop, magentoShopSchema } from './shop.js';
import { readCreditMemos } from './streams/credit-memos.js';
import { readPages } from './streams/pages.js';
import { readProducts } from './streams/products.js';

type Body = Readonly<Record<string, unknown>>;

/** Long transactions commit with the time at which they began. */
const lagMs = 5 * 60_000;

const identity = (record: unknown, key: string): Identity => {
  const body = isLoose(record) ? record : {};
  return { id: id(body[key]), modifiedAt: localInstant(body.updated_at) };
};

export const magento = defineConnector<MagentoConfig, MagentoClient, MagentoShop>({
  id: 'magento',
  title: 'Magento',
  mapperVersion: 1,
  config: magentoConfigSchema,
  shop: magentoShopSchema,
  emptyShop,
  coverage: {
    companyInfo: toCompanyInfo.coverage,
    customers: toCustomer.coverage,
    orders: toOrder.coverage,
    products: toProduct.coverage,
    payments: toPayment.coverage,
    refunds: toRefund.coverage,
    productCategories: { absent: 'not read' },
    paymentMethods: { absent: 'not read' },
    fulfillments: { absent: 'not read' },
    transactions: { absent: 'not read' },
    payouts: { absent: 'not read' },
    disputes: { absent: 'not read' },
    locations: { absent: 'not read' },
    taxComponents: { absent: 'not read' },
  },
  open: (config, host) => createMagentoClient(config, host),
  check: readShop,
  streams: {
    orders: stream({
      yields: ['orders', 'payments'],
      incremental: 'modified',
      lagMs,
      native: nativeOrderSchema,
      identify: order => identity(order, 'entity_id'),
      read: (client: MagentoClient, query) => readPages(client.orders.list, query),
      normalize: (order, shop: MagentoShop) => [
        { resource: 'orders', record: toOrder(order, shop) },
        ...orderPayments(order).map(payment => ({ resource: 'payments', record: toPayment(payment, shop) }) as const),
      ],
    }),
    creditmemos: stream({
      yields: ['refunds'],
      incremental: 'modified',
      lagMs,
      native: creditMemoBodySchema,
      identify: body => identity(body.creditmemo, 'entity_id'),
      wrap: item => (isLoose(item) && 'creditmemo' in item ? item : { creditmemo: item, parents: {} }),
      read: readCreditMemos,
      normalize: (body, shop: MagentoShop) => [{ resource: 'refunds', record: toRefund(body, shop) }],
    }),
    customers: stream({
      yields: ['customers'],
      incremental: 'modified',
      lagMs,
      native: nativeCustomerSchema,
      identify: customer => identity(customer, 'id'),
      read: (client: MagentoClient, query) => readPages(client.customers.list, query),
      normalize: (customer, shop: MagentoShop) => [{ resource: 'customers', record: toCustomer(customer, shop) }],
    }),
    products: stream({
      yields: ['products'],
      incremental: 'modified',
      lagMs,
      native: productBodySchema,
      identify: ({ product }) => identity(product, 'id'),
      wrap: item =>
        isLoose(item) && 'product' in item
          ? item
          : { product: item, children: [], sourceItems: null, stockItems: null },
      read: readProducts,
      normalize: (body, shop: MagentoShop) => [{ resource: 'products', record: toProduct(body, shop) }],
    }),
    company: stream({
      yields: ['companyInfo'],
      incremental: 'none',
      lagMs: 0,
      native: companyBodySchema,
      identify: ({ websites }) => ({ id: id(mainWebsite(listOf(websites)).id), modifiedAt: null }),
      read: readCompany,
      normalize: (body, shop: MagentoShop) => [{ resource: 'companyInfo', record: toCompanyInfo(body, shop) }],
    }),
  },
});

const listOf = (value: unknown): Body[] => (Array.isArray(value) ? value.filter(isLoose) : []);

async function* readCompany(client: MagentoClient) {
  const [storeConfigs, websites] = await Promise.all([client.store.configs(), client.store.websites()]);
  yield { bodies: [{ storeConfigs, websites }], next: null };
}
