import { z } from 'zod';
import { recordFields } from './record.js';
import { positiveSchema, textSchema } from './scalars.js';

/** A tax rate of the shop; the shares of an order's tax name it by `componentId`. */
export const taxComponentSchema = z.strictObject({
  ...recordFields,
  name: textSchema.nullable(),
  /** In percent: `8.25`. */
  rate: positiveSchema.nullable(),
  /** Whether it is levied on a sum that holds other taxes already. */
  isCompound: z.boolean().nullable(),
  /** ISO 3166-1 alpha-2 of the country it is levied in; null for several, or none told. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  region: textSchema.nullable(),
  taxClass: textSchema.nullable(),
  status: z.enum(['active', 'archived', 'unknown']),
});

export type TaxComponent = z.infer<typeof taxComponentSchema>;
