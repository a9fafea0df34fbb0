import { z } from 'zod';
import { scalar, scalars } from './loose.js';

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
  region: z
    .union([z.string(), z.number(), z.object({ region: scalar, region_code: scalar }), z.array(z.never())])
    .nullish(),
  postcode: scalar,
  country_id: scalar,
  telephone: scalar,
  email: scalar,
  default_billing: scalar,
  default_shipping: scalar,
});

export type NativeAddress = z.infer<typeof nativeAddressSchema>;
