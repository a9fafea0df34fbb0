import { z } from 'zod';
import { scalar } from './loose.js';

const locationAddressSchema = z.object({
  address1: scalar,
  address2: scalar,
  city: scalar,
  state: scalar,
  zip: scalar,
  email: scalar,
  phone: scalar,
  /** Documented with three letters, seen with two. */
  country_code: scalar,
});

export const nativeLocationSchema = z.object({
  id: scalar,
  code: scalar,
  label: scalar,
  enabled: scalar,
  created_at: scalar,
  updated_at: scalar,
  address: locationAddressSchema.nullish(),
});

export type NativeLocation = z.infer<typeof nativeLocationSchema>;
export type NativeLocationAddress = z.infer<typeof locationAddressSchema>;
