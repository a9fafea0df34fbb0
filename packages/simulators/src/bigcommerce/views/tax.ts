import { isoOffset } from '../dates.js';
import { type ListedRate, type TaxZone, type taxClasses, taxClassIds } from '../shop/taxes.js';

const founded = Date.UTC(2021, 2, 14, 9, 30);

/** Here the id is text. */
export const taxClassBody = ({ id, name }: (typeof taxClasses)[number]) => ({
  id: String(id),
  name,
  created_at: isoOffset(founded),
  updated_at: isoOffset(founded),
});

export const taxZoneBody = (zone: TaxZone) => ({
  id: zone.id,
  name: zone.name,
  enabled: true,
  price_display_settings: {
    show_inclusive: zone.inclusive,
    show_both_on_detail_view: false,
    show_both_on_list_view: false,
  },
  shopper_target_settings: {
    locations: zone.countryCode
      ? [
          {
            country_code: zone.countryCode,
            subdivision_codes: zone.regionCode ? [zone.regionCode] : [],
            postal_codes: [],
          },
        ]
      : [],
    customer_groups: [],
  },
});

/** Class 1 is the one for goods without tax. */
export const taxRateBody = ({ rate, zone, enabled }: ListedRate) => ({
  id: rate.id,
  name: rate.name,
  enabled,
  priority: rate.priority,
  tax_zone_id: zone.id,
  class_rates: taxClassIds.map(id => ({ tax_class_id: id, rate: id === 1 ? 0 : rate.percent })),
});

export const taxSettings = {
  tax_entered_with_prices: true,
  price_display_settings: { control_panel_price_display_strategy: 'ZONE', invoice_price_display_strategy: 'ZONE' },
  fallback_strategy: 'FIXED',
  should_subtract_store_tax: true,
  should_use_geolocation_to_determine_guest_shopper_tax_zone: false,
  guest_shopper_tax_zone_id: 1,
  store_tax_zone_id: 2,
  document_submission_strategy: 'ON_PAYMENT_CAPTURE',
  rounding_strategy: 'RATE_ROUNDING',
} as const;
