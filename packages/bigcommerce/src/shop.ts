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
};
