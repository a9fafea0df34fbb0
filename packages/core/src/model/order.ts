import { z } from 'zod';
import { addressSchema } from './address.js';
import { adjustmentSchema, chargeSchema, orderLineSchema, orderTotalsSchema, shopTotalsSchema } from './order-parts.js';
import { recordFields } from './record.js';
import { currencySchema, instantSchema, positiveSchema, textSchema } from './scalars.js';

export const orderStatuses = ['open', 'onHold', 'completed', 'canceled', 'unknown'] as const;
export const paymentStatuses = [
  'unpaid',
  'pending',
  'authorized',
  'partiallyPaid',
  'paid',
  'partiallyRefunded',
  'refunded',
  'voided',
  'failed',
  'unknown',
] as const;
export const fulfillmentStatuses = ['unfulfilled', 'partial', 'fulfilled', 'delivered', 'returned', 'unknown'] as const;

/** The buyer as the order knows them. A guest has no id, ever. */
export const orderCustomerSchema = z.strictObject({
  id: textSchema.nullable(),
  guest: z.boolean(),
  name: textSchema.nullable(),
  email: textSchema.nullable(),
  phone: textSchema.nullable(),
});

/** An order as placed, gross of refunds. All amounts are in `currency`, except those of `shopTotals`. */
export const orderSchema = z.strictObject({
  ...recordFields,
  /** The number that the shopper sees. */
  number: textSchema,
  placedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  status: z.enum(orderStatuses),
  paymentStatus: z.enum(paymentStatuses),
  fulfillmentStatus: z.enum(fulfillmentStatuses),
  statusRaw: textSchema.nullable(),
  paymentStatusRaw: textSchema.nullable(),
  /** The sales channel or store view. */
  channel: z.strictObject({ id: textSchema, name: textSchema.nullable() }).nullable(),
  customer: orderCustomerSchema,
  billingAddress: addressSchema.nullable(),
  shippingAddresses: z.array(addressSchema),
  currency: currencySchema,
  /** Whether the shop showed prices with tax to this buyer. */
  taxInclusive: z.boolean().nullable(),
  lines: z.array(orderLineSchema),
  charges: z.array(chargeSchema),
  adjustments: z.array(adjustmentSchema),
  totals: orderTotalsSchema,
  shopCurrency: currencySchema.nullable(),
  /** One unit of `currency` in `shopCurrency`. */
  exchangeRate: positiveSchema.nullable(),
  shopTotals: shopTotalsSchema.nullable(),
  note: textSchema.nullable(),
});

export type Order = z.infer<typeof orderSchema>;
export type OrderCustomer = z.infer<typeof orderCustomerSchema>;
export type OrderStatus = Order['status'];
export type PaymentStatus = Order['paymentStatus'];
export type FulfillmentStatus = Order['fulfillmentStatus'];
