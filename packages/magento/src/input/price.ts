import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { id, instant, notNegative, positive, sku, words } from './values.js';

/** Prices by SKU; store 0 is all views. */
export const basePriceInput = input({ sku, store_id: id.default(0), price: notNegative });

export const specialPriceInput = input({
  sku,
  store_id: id.default(0),
  price: notNegative,
  /** UTC. */
  price_from: instant,
  price_to: instant,
});

export const tierPriceInput = input({
  sku,
  price: notNegative,
  /** `discount` is in percent. */
  price_type: z.enum(['fixed', 'discount']),
  /** 0 is all. */
  website_id: id.default(0),
  /** The name of a group, or `all groups`. */
  customer_group: words.default('all groups'),
  quantity: positive,
});

export const costInput = input({ sku, store_id: id.default(0), cost: notNegative });

export type BasePriceInput = z.input<typeof basePriceInput>;
export type SpecialPriceInput = z.input<typeof specialPriceInput>;
export type TierPriceInput = z.input<typeof tierPriceInput>;
export type CostInput = z.input<typeof costInput>;
