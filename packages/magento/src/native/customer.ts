import { z } from 'zod';
import { nativeAddressSchema } from './address.js';
import { customAttributeSchema } from './attribute.js';
import { fields } from './fields.js';
import { flagScalar, list, optionalObject, scalar } from './loose.js';

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

/** What a client shows of a customer beyond what the model takes of it. `dob` is YYYY-MM-DD; `gender` 1 male, 2 female, 3 not said. */
export const customerRecordSchema = nativeCustomerSchema.extend({
  ...fields(scalar, 'store_id created_in confirmation dob gender disable_auto_group_change'),
  extension_attributes: optionalObject(z.looseObject({ is_subscribed: flagScalar })),
  custom_attributes: list(customAttributeSchema),
});

export const customerAddressSchema = nativeAddressSchema.extend(fields(scalar, 'customer_id region_id fax vat_id'));

/** 0 is who has not signed in. */
export const customerGroupSchema = z.object(fields(scalar, 'id code tax_class_id tax_class_name'));

export type CustomerRecord = z.infer<typeof customerRecordSchema>;
export type CustomerAddress = z.infer<typeof customerAddressSchema>;
