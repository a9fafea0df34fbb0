import type { z } from 'zod';
import { companyInfoSchema } from './company-info.js';
import { customerSchema } from './customer.js';
import { orderSchema } from './order.js';
import { paymentSchema } from './payment.js';
import { productSchema } from './product.js';
import { refundSchema } from './refund.js';

/** Every kind of record in the model, with its schema. */
export const resourceSchemas = {
  companyInfo: companyInfoSchema,
  customers: customerSchema,
  orders: orderSchema,
  products: productSchema,
  payments: paymentSchema,
  refunds: refundSchema,
} as const;

export type ResourceName = keyof typeof resourceSchemas;
export type Resources = { readonly [Name in ResourceName]: z.infer<(typeof resourceSchemas)[Name]> };

export const resourceNames = Object.keys(resourceSchemas) as readonly ResourceName[];
export const isResourceName = (name: string): name is ResourceName => name in resourceSchemas;

/** A record of the model with the name of its kind. */
export type ModelRecord = {
  readonly [Name in ResourceName]: { readonly resource: Name; readonly record: Resources[Name] };
}[ResourceName];
