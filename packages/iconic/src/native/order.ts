import { z } from 'zod';
import { nativeOrderItemSchema } from './order-item.js';
import { nativeAmountSchema, nativeIdSchema, nativeMapSchema, nativeTextSchema, nativeTextsSchema } from './scalars.js';

/** Lines and phones are lists padded with blanks; e-mail and phone may be masked; the country is a name. */
export const nativeAddressSchema = nativeMapSchema({
  firstName: nativeTextSchema,
  lastName: nativeTextSchema,
  phone: nativeTextsSchema,
  address: nativeTextsSchema,
  email: nativeTextSchema,
  city: nativeTextSchema,
  ward: nativeTextSchema,
  region: nativeTextSchema,
  postCode: nativeTextSchema,
  country: nativeTextSchema,
});

export const nativeOrderSchema = z.object({
  id: nativeIdSchema,
  number: nativeTextSchema,
  customer: nativeMapSchema({ firstName: nativeTextSchema, lastName: nativeTextSchema }),
  address: nativeMapSchema({ billing: nativeAddressSchema, shipping: nativeAddressSchema }),
  paymentMethod: nativeTextSchema,
  currency: nativeTextSchema,
  remarks: nativeTextSchema,
  createdAt: nativeTextSchema,
  updatedAt: nativeTextSchema,
  addressUpdatedAt: nativeTextSchema,
  source: nativeTextSchema,
  /** Sum of the units' prices and fees, with tax, before discounts. */
  unitPriceSumWithFees: nativeAmountSchema,
  /** Sum of the paid prices and fees, with tax; left out by some deployments. */
  grandTotal: nativeAmountSchema,
  items: z.array(nativeOrderItemSchema),
});

export type NativeAddress = NonNullable<z.infer<typeof nativeAddressSchema>>;
export type NativeOrder = z.infer<typeof nativeOrderSchema>;
