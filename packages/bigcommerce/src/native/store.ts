import { z } from 'zod';
import { scalar } from './loose.js';

export const nativeStoreSchema = z.object({
  /** The store hash. */
  id: scalar,
  name: scalar,
  domain: scalar,
  secure_url: scalar,
  /** One text, as the merchant typed it. */
  address: scalar,
  country: scalar,
  country_code: scalar,
  phone: scalar,
  admin_email: scalar,
  order_email: scalar,
  timezone: z.object({ name: scalar }).nullish(),
  currency: scalar,
  weight_units: scalar,
  is_price_entered_with_tax: scalar,
});

export type NativeStore = z.infer<typeof nativeStoreSchema>;

/** Channels, brands and customer groups, as far as their names. */
export interface NativeNamed {
  readonly id: z.infer<typeof scalar>;
  readonly name: z.infer<typeof scalar>;
}
