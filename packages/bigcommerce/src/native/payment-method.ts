import { z } from 'zod';
import { scalar } from './loose.js';

/** A configured way to pay; by the platform's own words the list may lack some. */
export const nativePaymentMethodSchema = z.object({
  /** `squarev2`, `cod`… */
  code: scalar,
  name: scalar,
});

export type NativePaymentMethod = z.infer<typeof nativePaymentMethodSchema>;
