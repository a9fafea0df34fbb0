import { defineConnector } from '@cartograph/connector-kit';
import { readShop } from './check.js';
import { createMagentoClient, type MagentoClient } from './client.js';
import { type MagentoConfig, magentoConfigSchema } from './config.js';
import { toCompanyInfo } from './mapping/company.js';
import { toCustomer } from './mapping/customer.js';
import { toDispute } from './mapping/dispute.js';
import { toFulfillment } from './mapping/fulfillment.js';
import { toLocation } from './mapping/location.js';
import { toOrder } from './mapping/order.js';
import { toPayment } from './mapping/payment.js';
import { toPaymentMethod } from './mapping/payment-method.js';
import { toProduct } from './mapping/product.js';
import { toProductCategory } from './mapping/product-category.js';
import { toRefund } from './mapping/refund.js';
import { toTaxComponent } from './mapping/tax-component.js';
import { toTransaction } from './mapping/transaction.js';
import { emptyShop, type MagentoShop, magentoShopSchema } from './shop.js';
import { categories } from './streams/categories.js';
import { company } from './streams/company.js';
import { creditmemos } from './streams/credit-memos.js';
import { customers } from './streams/customers.js';
import { documents } from './streams/documents.js';
import { locations } from './streams/locations.js';
import { orders } from './streams/orders.js';
import { products } from './streams/products.js';
import { shipments } from './streams/shipments.js';
import { stock } from './streams/stock-changes.js';
import { taxRates } from './streams/tax-rates.js';
import { transactions } from './streams/transactions.js';

export const magento = defineConnector<MagentoConfig, MagentoClient, MagentoShop>({
  id: 'magento',
  title: 'Magento',
  platformKey: 'mgnt',
  mapperVersion: 3,
  config: magentoConfigSchema,
  shop: magentoShopSchema,
  emptyShop,
  coverage: {
    companyInfo: toCompanyInfo.coverage,
    customers: toCustomer.coverage,
    orders: toOrder.coverage,
    products: toProduct.coverage,
    productCategories: toProductCategory.coverage,
    payments: toPayment.coverage,
    paymentMethods: toPaymentMethod.coverage,
    refunds: toRefund.coverage,
    fulfillments: toFulfillment.coverage,
    transactions: toTransaction.coverage,
    payouts: { absent: 'the payment gateway pays out; Magento keeps neither a balance nor settlements' },
    disputes: toDispute.coverage,
    locations: toLocation.coverage,
    taxComponents: toTaxComponent.coverage,
  },
  // Normalizing checks each record.
  open: (config, host) => createMagentoClient(config, host, { validate: false }),
  check: readShop,
  // Documents come first: their first window begins before that of the orders whose silent changes they tell.
  streams: {
    documents,
    orders,
    creditmemos,
    shipments,
    transactions,
    customers,
    products,
    stock,
    categories,
    taxRates,
    locations,
    company,
  },
});
