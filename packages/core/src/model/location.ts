import { z } from 'zod';
import { addressSchema } from './address.js';
import { recordFields } from './record.js';
import { textSchema } from './scalars.js';

/** A place that holds stock, or through which the shop sells. */
export const locationSchema = z.strictObject({
  ...recordFields,
  name: textSchema.nullable(),
  code: textSchema.nullable(),
  type: z.enum(['inventory', 'salesChannel', 'unknown']),
  address: addressSchema.nullable(),
  status: z.enum(['active', 'inactive', 'unknown']),
});

export type Location = z.infer<typeof locationSchema>;
