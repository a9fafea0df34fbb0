import { z } from 'zod';
import { nativeIdSchema, nativeListSchema, nativeTextSchema } from './scalars.js';

export const nativeSellerSchema = z.object({
  id: nativeIdSchema,
  name: nativeTextSchema,
  companyName: nativeTextSchema,
  email: nativeTextSchema,
  createdAt: nativeTextSchema,
  updatedAt: nativeTextSchema,
  /** Their names are configured by each venture. */
  profileFields: nativeListSchema(
    z.object({ name: nativeTextSchema, displayValue: nativeTextSchema, value: nativeTextSchema }),
  ),
});

export type NativeSeller = z.infer<typeof nativeSellerSchema>;
