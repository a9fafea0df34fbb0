import { z } from 'zod';
import { nativeIdSchema, nativeTextSchema } from './scalars.js';

export const nativeSellerSchema = z.object({
  id: nativeIdSchema,
  name: nativeTextSchema,
  companyName: nativeTextSchema,
  email: nativeTextSchema,
  createdAt: nativeTextSchema,
  updatedAt: nativeTextSchema,
  /** Their names are configured by each venture. */
  profileFields: z
    .array(z.object({ name: nativeTextSchema, displayValue: nativeTextSchema, value: nativeTextSchema }))
    .nullish(),
});

export type NativeSeller = z.infer<typeof nativeSellerSchema>;
