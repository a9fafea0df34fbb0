import { z } from 'zod';
import { scalar } from './loose.js';

/** Of an order: whom it is billed to, or one of those it is sent to. */
export const nativeOrderAddressSchema = z.object({
  first_name: scalar,
  last_name: scalar,
  company: scalar,
  street_1: scalar,
  street_2: scalar,
  city: scalar,
  state: scalar,
  zip: scalar,
  country: scalar,
  country_iso2: scalar,
  phone: scalar,
  email: scalar,
});

/** Of a customer; the names differ from those of an order. */
export const nativeCustomerAddressSchema = z.object({
  id: scalar,
  customer_id: scalar,
  first_name: scalar,
  last_name: scalar,
  company: scalar,
  address1: scalar,
  address2: scalar,
  city: scalar,
  state_or_province: scalar,
  postal_code: scalar,
  country: scalar,
  country_code: scalar,
  phone: scalar,
});

export type NativeOrderAddress = z.infer<typeof nativeOrderAddressSchema>;
export type NativeCustomerAddress = z.infer<typeof nativeCustomerAddressSchema>;
