import { z } from 'zod';

/** What normalizing needs to know of the seller beside the record. */
export const iconicShopSchema = z.strictObject({
  name: z.string().nullable(),
  currency: z.string().nullable(),
  timeZone: z.string().nullable(),
  /** See the setting of the same name. */
  refundFailedDeliveries: z.boolean(),
  /** By id: the section of a statement that rows of this type stand in, and whether they are debits or credits. */
  transactionTypes: z
    .record(z.string(), z.strictObject({ section: z.string().nullable(), direction: z.string().nullable() }))
    .default({}),
  /** Ids of the seller's warehouses by name: units name theirs by it. */
  warehouseIds: z.record(z.string(), z.string()).default({}),
});

export type IconicShop = z.infer<typeof iconicShopSchema>;

export const emptyShop: IconicShop = {
  name: null,
  currency: 'AUD',
  timeZone: 'Australia/Sydney',
  refundFailedDeliveries: true,
  transactionTypes: {},
  warehouseIds: {},
};
