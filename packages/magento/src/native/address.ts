import { z } from 'zod';
import { flagScalar, scalar, scalars } from './loose.js';

/** An order's or a customer's address: the region is a name on the one and an object on the other. */
export const nativeAddressSchema = z.object({
  id: scalar,
  prefix: scalar,
  firstname: scalar,
  middlename: scalar,
  lastname: scalar,
  suffix: scalar,
  company: scalar,
  street: scalars,
  city: scalar,
  region: z.union([z.object({ region: scalar, region_code: scalar }), scalar]),
  postcode: scalar,
  country_id: scalar,
  telephone: scalar,
  email: scalar,
  default_billing: flagScalar,
  default_shipping: flagScalar,
});

export type NativeAddress = z.infer<typeof nativeAddressSchema>;
