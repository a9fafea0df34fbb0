import { z } from 'zod';
import { nativeIdSchema, nativeTextSchema } from './scalars.js';

/** A warehouse of the seller's; its name is unique. */
export const nativeWarehouseSchema = z.object({
  id: nativeIdSchema,
  name: nativeTextSchema,
  address: nativeTextSchema,
  postcode: nativeTextSchema,
  city: nativeTextSchema,
  country: nativeTextSchema,
  status: nativeTextSchema,
});

export type NativeWarehouse = z.infer<typeof nativeWarehouseSchema>;
