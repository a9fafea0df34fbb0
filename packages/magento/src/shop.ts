import type { ShopContext } from '@cartograph/core';
import { z } from 'zod';

const name = z.string().nullable();
const byId = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);

/** What the translation needs of a shop beside the record, by the platform's ids. */
export const magentoShopSchema = z.strictObject({
  name,
  currency: name,
  timeZone: name,
  websites: byId(z.strictObject({ name, currency: name })),
  storeViews: byId(z.strictObject({ name })),
  /** Id of the first store view of the main website. */
  mainStoreView: name,
  customerGroups: byId(z.strictObject({ name })),
  /** Select attributes: options of products are told by these. */
  attributes: byId(z.strictObject({ code: z.string(), label: name, options: z.record(z.string(), z.string()) })),
  /** Where stock lies, by source code. */
  sources: byId(z.strictObject({ name, enabled: z.boolean() })),
  mediaUrl: name,
  weightUnit: name,
  /** Titles of payment methods by their code, as the latest orders have them. */
  paymentMethods: byId(z.string()).default({}),
}) satisfies z.ZodType<ShopContext>;

export type MagentoShop = z.infer<typeof magentoShopSchema>;

export const emptyShop: MagentoShop = {
  name: null,
  currency: null,
  timeZone: null,
  websites: {},
  storeViews: {},
  mainStoreView: null,
  customerGroups: {},
  attributes: {},
  sources: {},
  mediaUrl: null,
  weightUnit: null,
  paymentMethods: {},
};
