import { defineConnector } from '@cartograph/connector-kit';
import type { Connector } from '@cartograph/core';
import { type IconicConfig, iconicConfigSchema } from './config.js';
import { connectorTitle } from './errors.js';
import { toCompanyInfo } from './mapping/company-info.js';
import { toCustomer } from './mapping/customer.js';
import { toFulfillment } from './mapping/fulfillment.js';
import { toLocation } from './mapping/location.js';
import { toOrder } from './mapping/order.js';
import { toPayment } from './mapping/payment.js';
import { toPaymentMethod } from './mapping/payment-method.js';
import { toPayout } from './mapping/payout.js';
import { toProduct } from './mapping/product.js';
import { toProductCategory } from './mapping/product-category.js';
import { toRefund } from './mapping/refund.js';
import { toTaxComponent } from './mapping/tax-component.js';
import { toTransaction } from './mapping/transaction.js';
import { emptyShop, type IconicShop, iconicShopSchema } from './shop.js';
import { company } from './streams/company.js';
import { locations } from './streams/locations.js';
import { orderHeaders } from './streams/order-headers.js';
import { orders } from './streams/orders.js';
import { paymentMethods } from './streams/payment-methods.js';
import { payouts } from './streams/payouts.js';
import { productCategories } from './streams/product-categories.js';
import { productRereads } from './streams/product-rereads.js';
import { products } from './streams/products.js';
import { openReader, readShop } from './streams/reader.js';
import { transactions } from './streams/transactions.js';

export const iconic: Connector<IconicConfig, IconicShop> = defineConnector({
  id: 'iconic',
  title: connectorTitle,
  platformKey: 'icnc',
  mapperVersion: 2,
  config: iconicConfigSchema,
  shop: iconicShopSchema,
  emptyShop,
  streams: {
    company,
    orders,
    orderHeaders,
    products,
    productRereads,
    productCategories,
    paymentMethods,
    locations,
    transactions,
    payouts,
  },
  coverage: {
    companyInfo: toCompanyInfo.coverage,
    customers: toCustomer.coverage,
    orders: toOrder.coverage,
    products: toProduct.coverage,
    payments: toPayment.coverage,
    refunds: toRefund.coverage,
    productCategories: toProductCategory.coverage,
    paymentMethods: toPaymentMethod.coverage,
    fulfillments: toFulfillment.coverage,
    transactions: toTransaction.coverage,
    payouts: toPayout.coverage,
    disputes: { absent: 'the marketplace settles disputes with buyers itself and shows sellers none of them' },
    locations: toLocation.coverage,
    taxComponents: toTaxComponent.coverage,
  },
  open: openReader,
  check: readShop,
});
