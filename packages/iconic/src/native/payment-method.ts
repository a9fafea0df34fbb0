import { z } from 'zod';
import { nativeIdSchema, nativeTextSchema } from './scalars.js';

/** Has no id: orders name it by `name`. */
export const nativePaymentMethodSchema = z.object({ name: nativeIdSchema, displayName: nativeTextSchema });

export type NativePaymentMethod = z.infer<typeof nativePaymentMethodSchema>;
