import type { z } from 'zod';
import { companyInfoSchema } from './company-info.js';
import { customerSchema } from './customer.js';
import { disputeSchema } from './dispute.js';
import { fulfillmentSchema } from './fulfillment.js';
import { locationSchema } from './location.js';
import { orderSchema } from './order.js';
import { paymentSchema } from './payment.js';
import { paymentMethodSchema } from './payment-method.js';
import { payoutSchema } from './payout.js';
import { productSchema } from './product.js';
import { productCategorySchema } from './product-category.js';
import { refundSchema } from './refund.js';
import { taxComponentSchema } from './tax-component.js';
import { transactionSchema } from './transaction.js';

/** Every kind of record in the model, with its schema. */
export const resourceSchemas = {
  companyInfo: companyInfoSchema,
  customers: customerSchema,
  orders: orderSchema,
  products: productSchema,
  productCategories: productCategorySchema,
  payments: paymentSchema,
  paymentMethods: paymentMethodSchema,
  refunds: refundSchema,
  fulfillments: fulfillmentSchema,
  transactions: transactionSchema,
  payouts: payoutSchema,
  disputes: disputeSchema,
  locations: locationSchema,
  taxComponents: taxComponentSchema,
} as const;

export type ResourceName = keyof typeof resourceSchemas;
export type Resources = { readonly [Name in ResourceName]: z.infer<(typeof resourceSchemas)[Name]> };

export const resourceNames = Object.keys(resourceSchemas) as readonly ResourceName[];
export const isResourceName = (name: string): name is ResourceName => name in resourceSchemas;

/** A record of the model with the name of its kind. */
export type ModelRecord = {
  readonly [Name in ResourceName]: { readonly resource: Name; readonly record: Resources[Name] };
}[ResourceName];
