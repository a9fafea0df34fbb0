import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, flag, id, ids, number, oneOf, text, whole, word, words } from './kinds.js';

/** Lists of the inventory have longer pages. */
const limit = 1000;

const ofItems = { 'sku:in': words, 'variant_id:in': ids, 'product_id:in': ids };
export const inventoryFilter = filter({ ...ofItems, 'location_id:in': ids, 'location_code:in': words }, limit);
export const locationItemFilter = filter(ofItems, limit);

/** One of the three names what is counted; it has to be the one by which the product is tracked. */
const counted = z.union([input({ sku: word }), input({ variant_id: id }), input({ product_id: id })]);
const adjusted = (quantity: z.ZodNumber) =>
  z.union([
    input({ location_id: id, sku: word, quantity }),
    input({ location_id: id, variant_id: id, quantity }),
    input({ location_id: id, product_id: id, quantity }),
  ]);

/** What the stock is from now on. */
export const absoluteAdjustment = input({
  reason: text.optional(),
  items: z.array(adjusted(count)).min(1).max(2000),
});
/** By how much it grows, or shrinks. */
export const relativeAdjustment = input({
  reason: text.optional(),
  items: z.array(adjusted(whole)).min(1).max(2000),
});

export const itemSettings = z
  .array(
    input({
      identity: counted,
      safety_stock: count.optional(),
      is_in_stock: flag.optional(),
      warning_level: count.optional(),
      bin_picking_number: text.optional(),
    }),
  )
  .min(1)
  .max(2000);

export const locationFilter = filter(
  {
    'location_id:in': ids,
    'location_code:in': words,
    'type_id:in': z.array(oneOf('PHYSICAL', 'VIRTUAL')).min(1).readonly(),
    is_default: flag,
    is_active: flag,
    managed_by_external_source: flag,
    storefront_visibility: flag,
  },
  limit,
);

const time = z.string().regex(/^\d{2}:\d{2}$/, 'a time of day: 09:30');
const hours = input({ open: flag, opening: time.optional(), closing: time.optional() }).optional();

const address = {
  address1: word,
  address2: text.optional(),
  city: word,
  state: word,
  zip: word,
  email: z.email(),
  phone: text.optional(),
  geo_coordinates: input({ latitude: number.min(-90).max(90), longitude: number.min(-180).max(180) }),
  country_code: z.string().min(2).max(3),
};

const fields = {
  code: word,
  label: word,
  description: text.optional(),
  managed_by_external_source: flag.optional(),
  type_id: oneOf('PHYSICAL', 'VIRTUAL').optional(),
  enabled: flag.optional(),
  operating_hours: input({
    sunday: hours,
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
  }).optional(),
  time_zone: text.optional(),
  storefront_visibility: flag.optional(),
  special_hours: z
    .array(
      input({
        label: word,
        date: z.iso.date(),
        open: flag,
        opening: time.optional(),
        closing: time.optional(),
        all_day: flag.optional(),
        annual: flag.optional(),
      }),
    )
    .optional(),
};

const readOnly = ['created_at', 'updated_at'] as const;

export const locationInput = input({ ...fields, address: input(address) }, { readOnly: ['id', ...readOnly] });
export const locationChanges = input(
  {
    ...fields,
    code: word.optional(),
    label: word.optional(),
    address: input(address).partial().optional(),
    id,
  },
  { readOnly },
);
