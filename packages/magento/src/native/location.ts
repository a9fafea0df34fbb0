import { z } from 'zod';
import { flagScalar, scalar } from './loose.js';

/** A place of multi-source inventory. */
const sourceSchema = z.object({
  source_code: scalar,
  name: scalar,
  enabled: flagScalar,
  contact_name: scalar,
  email: scalar,
  phone: scalar,
  country_id: scalar,
  region: scalar,
  city: scalar,
  /** One text, unlike that of addresses. */
  street: scalar,
  postcode: scalar,
});

const storeViewSchema = z.object({ id: scalar, code: scalar, name: scalar, is_active: flagScalar });

/** Where stock lies, or a store view through which the shop sells. */
export const locationBodySchema = z.union([
  z.object({ source: sourceSchema }),
  z.object({ storeView: storeViewSchema }),
]);

export type LocationBody = z.infer<typeof locationBodySchema>;
export type InventorySource = z.infer<typeof sourceSchema>;
