import { z } from 'zod';
import { nativeCustomerAddressSchema } from './address.js';
import { scalar } from './loose.js';

const nativeCustomerSchema = z.object({
  id: scalar,
  first_name: scalar,
  last_name: scalar,
  company: scalar,
  email: scalar,
  phone: scalar,
  notes: scalar,
  /** 0 for none. */
  customer_group_id: scalar,
  date_created: scalar,
  date_modified: scalar,
  address_count: scalar,
  /** The first ten. */
  addresses: z.array(nativeCustomerAddressSchema).nullish(),
});

/** A customer, with all addresses where there are more than ten. */
export const customerBodySchema = z.object({
  customer: nativeCustomerSchema,
  addresses: z.array(nativeCustomerAddressSchema).nullish(),
});

export type NativeCustomer = z.infer<typeof nativeCustomerSchema>;
export type CustomerBody = z.infer<typeof customerBodySchema>;
