import { z } from 'zod';
import { flag, list, number, text, time, whole } from './kinds.js';

export const priceListSchema = z.object({
  id: z.number(),
  name: text,
  active: flag,
  date_created: time,
  date_modified: time,
});

/** A price of a variant in a currency; its code comes in lower case. */
export const priceRecordSchema = z.object({
  price_list_id: whole,
  variant_id: whole,
  product_id: whole,
  sku: text,
  currency: text,
  price: number,
  sale_price: number,
  retail_price: number,
  map_price: number,
  calculated_price: number,
  date_created: time,
  date_modified: time,
  bulk_pricing_tiers: list(z.object({ quantity_min: whole, quantity_max: whole, type: text, amount: number })),
});

export const priceListAssignmentSchema = z.object({
  id: z.number(),
  price_list_id: whole,
  customer_group_id: whole,
  channel_id: whole,
});

export type PriceList = z.input<typeof priceListSchema>;
export type PriceRecord = z.input<typeof priceRecordSchema>;
export type PriceListAssignment = z.input<typeof priceListAssignmentSchema>;
