import type { ShopContext } from '@cartograph/core';
import { z } from 'zod';

const text = z.string().nullable();
const namesById = z.record(z.string(), z.string());

/** What the translation needs of a shop beside the record. */
export const bigcommerceShopSchema = z.strictObject({
  name: text,
  currency: text,
  timeZone: text,
  /** Whether catalog prices include tax; null where nobody has said. */
  pricesIncludeTax: z.boolean().nullable(),
  /** `LBS`, `KGS`… */
  weightUnit: text,
  channels: namesById,
  brands: namesById,
  customerGroups: namesById,
  /** By code. A shop that was last asked by an earlier version lacks this and the next. */
  paymentMethods: namesById.optional(),
  /** Names of tax rates by the id of their tax component. */
  taxComponents: namesById.optional(),
}) satisfies z.ZodType<ShopContext>;

export type BigCommerceShop = z.infer<typeof bigcommerceShopSchema>;

export const emptyShop: BigCommerceShop = {
  name: null,
  currency: null,
  timeZone: null,
  pricesIncludeTax: null,
  weightUnit: null,
  channels: {},
  brands: {},
  customerGroups: {},
  paymentMethods: {},
  taxComponents: {},
};
