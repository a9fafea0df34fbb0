import { z } from 'zod';

/** What normalizing needs to know of the seller beside the record. */
export const iconicShopSchema = z.strictObject({
  name: z.string().nullable(),
  currency: z.string().nullable(),
  timeZone: z.string().nullable(),
  /** See the setting of the same name. */
  refundFailedDeliveries: z.boolean(),
});

export type IconicShop = z.infer<typeof iconicShopSchema>;

export const emptyShop: IconicShop = {
  name: null,
  currency: 'AUD',
  timeZone: 'Australia/Sydney',
  refundFailedDeliveries: true,
};
