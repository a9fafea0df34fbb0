import { z } from 'zod';
import { nativeAddressSchema } from './address.js';
import { list, scalar } from './loose.js';

export const nativeCustomerSchema = z.object({
  id: scalar,
  group_id: scalar,
  website_id: scalar,
  /** Address ids. */
  default_billing: scalar,
  default_shipping: scalar,
  created_at: scalar,
  updated_at: scalar,
  email: scalar,
  prefix: scalar,
  firstname: scalar,
  middlename: scalar,
  lastname: scalar,
  suffix: scalar,
  taxvat: scalar,
  addresses: list(nativeAddressSchema),
});

export type NativeCustomer = z.infer<typeof nativeCustomerSchema>;
