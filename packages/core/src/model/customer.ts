import { z } from 'zod';
import { addressSchema } from './address.js';
import { recordFields } from './record.js';
import { currencySchema, textSchema } from './scalars.js';

export const customerAddressSchema = z.strictObject({
  id: textSchema.nullable(),
  type: z.enum(['billing', 'shipping', 'both', 'unknown']),
  address: addressSchema,
});

/** A shopper with an account. Guests are no customers: they stand on their orders. */
export const customerSchema = z.strictObject({
  ...recordFields,
  name: textSchema.nullable(),
  firstName: textSchema.nullable(),
  lastName: textSchema.nullable(),
  company: textSchema.nullable(),
  email: textSchema.nullable(),
  phone: textSchema.nullable(),
  taxNumber: textSchema.nullable(),
  defaultCurrency: currencySchema.nullable(),
  /** The platform's customer group. */
  group: z.strictObject({ id: textSchema, name: textSchema.nullable() }).nullable(),
  addresses: z.array(customerAddressSchema),
  status: z.enum(['active', 'archived', 'unknown']),
  statusRaw: textSchema.nullable(),
  note: textSchema.nullable(),
});

export type Customer = z.infer<typeof customerSchema>;
export type CustomerAddress = z.infer<typeof customerAddressSchema>;
