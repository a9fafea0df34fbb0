import type { ResourceName, StoredRecord } from '@cartograph/core';
import type { CommercePath } from '../schemas/commerce.js';
import { toCodatCompanyInfo } from './company-info.js';
import { toCodatCustomer } from './customer.js';
import { toCodatDispute } from './dispute.js';
import { toCodatLocation } from './location.js';
import { toCodatOrder } from './order.js';
import { toCodatPayment, toCodatRefund } from './payment.js';
import { toCodatPaymentMethod } from './payment-method.js';
import { toCodatProduct } from './product.js';
import { toCodatProductCategory } from './product-category.js';
import { toCodatTaxComponent } from './tax-component.js';
import { toCodatTransaction } from './transaction.js';

/** What a record needs to know of others. */
export interface Beside {
  readonly payments: readonly StoredRecord<'payments'>[];
  readonly refunds: readonly StoredRecord<'refunds'>[];
  /** Names of product categories by id. */
  readonly categories: ReadonlyMap<string, string>;
}

interface Projection<Name extends ResourceName> {
  readonly path: CommercePath;
  /** As the data type of a sync, which is spelled otherwise than the path in one case. */
  readonly dataType: string;
  project(record: StoredRecord<Name>, beside: Beside): object;
}

/** By resource: where Codat lists it, and how it is told there. What Codat has no place for is told beside something else, or not at all. */
export const projections = {
  companyInfo: { path: 'commerce-info', dataType: 'commerce-companyInfo', project: toCodatCompanyInfo },
  customers: { path: 'commerce-customers', dataType: 'commerce-customers', project: toCodatCustomer },
  orders: { path: 'commerce-orders', dataType: 'commerce-orders', project: toCodatOrder },
  products: {
    path: 'commerce-products',
    dataType: 'commerce-products',
    project: (product, { categories }) => toCodatProduct(product, categories),
  },
  productCategories: {
    path: 'commerce-productCategories',
    dataType: 'commerce-productCategories',
    project: toCodatProductCategory,
  },
  payments: { path: 'commerce-payments', dataType: 'commerce-payments', project: toCodatPayment },
  refunds: { path: 'commerce-payments', dataType: 'commerce-payments', project: toCodatRefund },
  paymentMethods: {
    path: 'commerce-paymentMethods',
    dataType: 'commerce-paymentMethods',
    project: toCodatPaymentMethod,
  },
  transactions: { path: 'commerce-transactions', dataType: 'commerce-transactions', project: toCodatTransaction },
  disputes: { path: 'commerce-disputes', dataType: 'commerce-disputes', project: toCodatDispute },
  locations: { path: 'commerce-locations', dataType: 'commerce-locations', project: toCodatLocation },
  taxComponents: { path: 'commerce-taxComponents', dataType: 'commerce-taxComponents', project: toCodatTaxComponent },
} as const satisfies { readonly [Name in ResourceName]?: Projection<Name> };

export type ProjectedResource = keyof typeof projections;
export const projectedResources = Object.keys(projections) as readonly ProjectedResource[];
