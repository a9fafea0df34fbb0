import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, flag, id, ids, name, number, oneOf, text, word } from './kinds.js';

export const taxRateFilter = filter({ 'id:in': ids, 'tax_zone_id:in': ids });
export const taxRateInput = input(
  {
    name: word,
    tax_zone_id: id,
    class_rates: z.array(input({ rate: number, tax_class_id: id })),
    enabled: flag.optional(),
    priority: count.min(1).optional(),
  },
  { readOnly: ['id'] },
);
export const taxRateChanges = taxRateInput.partial();

export const taxZoneFilter = filter({ 'id:in': ids });
export const taxZoneInput = input(
  {
    name: word,
    enabled: flag.optional(),
    price_display_settings: input({
      show_inclusive: flag,
      show_both_on_detail_view: flag.optional(),
      show_both_on_list_view: flag.optional(),
    }).optional(),
    shopper_target_settings: input({
      locations: z.array(
        input({
          country_code: z.string().length(2),
          subdivision_codes: z.array(text).optional(),
          postal_codes: z.array(text).optional(),
        }),
      ),
      customer_groups: z.array(id).optional(),
    }).optional(),
  },
  { readOnly: ['id'] },
);
export const taxZoneChanges = taxZoneInput.partial();

export const taxClassInput = input({ name: name(100) }, { readOnly: ['id', 'created_at', 'updated_at'] });

const strategy = oneOf('ZONE', 'INCLUSIVE', 'EXCLUSIVE').optional();
export const taxSettingsChanges = input({
  tax_entered_with_prices: flag.optional(),
  price_display_settings: input({
    control_panel_price_display_strategy: strategy,
    invoice_price_display_strategy: strategy,
  }).optional(),
  fallback_strategy: oneOf('FIXED', 'BASIC', 'DISABLE').optional(),
  should_subtract_store_tax: flag.optional(),
  should_use_geolocation_to_determine_guest_shopper_tax_zone: flag.optional(),
  guest_shopper_tax_zone_id: id.optional(),
  store_tax_zone_id: id.optional(),
  document_submission_strategy: oneOf('ON_PAYMENT_CAPTURE', 'ON_ORDER_CREATION').optional(),
  rounding_strategy: oneOf('NO_ROUNDING', 'RATE_ROUNDING').optional(),
});

/** Where a shopper is. */
export const zoneCheckInput = input({
  country_code: z.string().length(2),
  subdivision_codes: text.optional(),
  postal_code: text.optional(),
  customer_group_id: id.optional(),
});
