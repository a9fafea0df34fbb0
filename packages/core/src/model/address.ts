import { z } from 'zod';
import { textSchema } from './scalars.js';

export const addressSchema = z.strictObject({
  name: textSchema.nullable(),
  company: textSchema.nullable(),
  /** Street lines as given, blank ones left out. */
  lines: z.array(textSchema),
  city: textSchema.nullable(),
  region: textSchema.nullable(),
  postalCode: textSchema.nullable(),
  /** ISO 3166-1 alpha-2 where it can be told. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  countryRaw: textSchema.nullable(),
  phone: textSchema.nullable(),
  email: textSchema.nullable(),
});

export type Address = z.infer<typeof addressSchema>;
