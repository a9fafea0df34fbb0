import { defineConnector } from '@cartograph/connector-kit';
import type { Connector } from '@cartograph/core';
import { type IconicConfig, iconicConfigSchema } from './config.js';
import { connectorTitle } from './errors.js';
import { toCompanyInfo } from './mapping/company-info.js';
import { toCustomer } from './mapping/customer.js';
import { toOrder } from './mapping/order.js';
import { toPayment } from './mapping/payment.js';
import { toPayout } from './mapping/payout.js';
import { toProduct } from './mapping/product.js';
import { toRefund } from './mapping/refund.js';
import { toTransaction } from './mapping/transaction.js';
import { emptyShop, type IconicShop, iconicShopSchema } from './shop.js';
import { company } from './streams/company.js';
import { orders } from './streams/orders.js';
import { payouts } from './streams/payouts.js';
import { products } from './streams/products.js';
import { openReader, readShop } from './streams/reader.js';
import { transactions } from './streams/transactions.js';

export const iconic: Connector<IconicConfig, IconicShop> = defineConnector({
  id: 'iconic',
  title: connectorTitle,
  mapperVersion: 1,
  config: iconicConfigSchema,
  shop: iconicShopSchema,
  emptyShop,
  streams: { company, orders, products, transactions, payouts },
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
    transactions: toTransaction.coverage,
    payouts: toPayout.coverage,
    disputes: { absent: 'not read' },
    locations: { absent: 'not read' },
    taxComponents: { absent: 'not read' },
  },
  open: openReader,
  check: readShop,
});
