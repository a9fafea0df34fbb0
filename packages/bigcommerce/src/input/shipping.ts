import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { filter, flag, id, ids, money, oneOf, text, upTo, word } from './kinds.js';

const fees = (amount: typeof money) =>
  z
    .union([
      input({ fixed_surcharge: amount, display_separately: flag.optional() }),
      input({ percentage_surcharge: amount, display_separately: flag.optional() }),
    ])
    .optional();

export const shippingZoneInput = input(
  {
    name: word,
    type: oneOf('zip', 'country', 'state', 'global'),
    locations: z
      .array(
        input({
          zip: text.optional(),
          country_iso2: z.string().length(2).optional(),
          state_iso2: text.optional(),
        }),
      )
      .max(40_000)
      .optional(),
    free_shipping: input({
      enabled: flag.optional(),
      minimum_sub_total: money.optional(),
      exclude_fixed_shipping_products: flag.optional(),
    }).optional(),
    handling_fees: fees(money),
    enabled: flag.optional(),
  },
  { readOnly: ['id'] },
);
export const shippingZoneChanges = shippingZoneInput.partial();

export const shippingMethodInput = input(
  {
    name: word,
    type: oneOf(
      'perorder',
      'peritem',
      'weight',
      'total',
      'auspost',
      'canadapost',
      'endicia',
      'usps',
      'fedex',
      'royalmail',
      'upsready',
      'freeshipping',
    ),
    /** By type: `{ rate: 8 }` of `perorder`. */
    settings: z.record(z.string(), z.unknown()),
    enabled: flag.optional(),
    handling_fees: fees(money),
    is_fallback: flag.optional(),
    channel_ids: z.array(id).optional(),
  },
  { readOnly: ['id'] },
);
export const shippingMethodChanges = shippingMethodInput.partial();

/** What a carrier wants to know of the merchant's account there. */
export const carrierInput = input({ carrier_id: word, connection: z.record(z.string(), z.unknown()) });
export const carrierId = input({ carrier_id: word });

export const customsFilter = filter({ 'product_id:in': ids });
export const customsRow = input(
  {
    product_id: id,
    country_of_origin: z.string().length(2),
    commodity_description: upTo(100),
    international_shipping: flag,
    hs_codes: z.record(z.string(), text),
  },
  { readOnly: ['created_at', 'updated_at'] },
);

const out_of_delivery_zone_message = text.optional();
export const shippingSettingsChanges = input({
  checkout: input({
    out_of_delivery_zone_message,
    country_list_strategy: oneOf('DISPLAY_ALL_COUNTRIES', 'DISPLAY_ONLY_SHIPPABLE_COUNTRIES').optional(),
  }),
});
export const channelShippingSettingsChanges = input({ checkout: input({ out_of_delivery_zone_message }) });
