import { bareTime, isoOffset, rfc2822 } from '../dates.js';
import type { Channel } from '../shop/channels.js';
import { historyStart } from '../shop/clock.js';
import { type Currency, defaultCurrency } from '../shop/currencies.js';
import type { customerGroups } from '../shop/people.js';
import type { OrderStatus } from '../shop/statuses.js';

const founded = Date.UTC(2021, 2, 14, 9, 30);

/** Webhooks name the store so. */
export const storeId = 1001197568;

export const storeBody = (storeHash: string) => ({
  id: storeHash,
  account_uuid: '8d4d492f-17a1-4d95-b396-e1c5720815a5',
  domain: 'lantern-loom.example',
  secure_url: 'https://lantern-loom.example',
  control_panel_base_url: `https://store-${storeHash}.mybigcommerce.com`,
  status: 'live',
  name: 'Lantern & Loom',
  first_name: 'Ngaire',
  last_name: 'O’Brien',
  address: '14 Harbour Terrace, Sydney NSW 2000',
  country: 'Australia',
  country_code: 'AU',
  infrastructure_region: 'us-central1',
  phone: '02 5550 1234',
  admin_email: 'owner@lantern-loom.example',
  order_email: 'orders@lantern-loom.example',
  favicon_url: '',
  timezone: {
    name: 'Australia/Sydney',
    raw_offset: 36_000,
    dst_offset: 39_600,
    dst_correction: true,
    date_format: { display: 'jS M Y', export: 'M jS Y', extended_display: 'jS M Y @ g:i A' },
  },
  language: 'en',
  currency: defaultCurrency.code,
  currency_symbol: defaultCurrency.symbol,
  decimal_separator: '.',
  thousands_separator: ',',
  decimal_places: 2,
  currency_symbol_location: 'left',
  weight_units: 'KGS',
  dimension_units: 'Centimeters',
  dimension_decimal_places: 2,
  dimension_decimal_token: '.',
  dimension_thousands_token: ',',
  plan_name: 'Enterprise',
  plan_level: 'Enterprise',
  plan_is_trial: false,
  industry: 'Homewares',
  logo: [],
  is_price_entered_with_tax: true,
  store_id: storeId,
  default_channel_id: 1,
  default_site_id: 1000,
  active_comparison_modules: [],
  features: {
    stencil_enabled: true,
    sitewidehttps_enabled: true,
    facebook_catalog_id: '',
    checkout_type: 'optimized',
    wishlists_enabled: true,
    graphql_storefront_api_enabled: true,
    shopper_consent_tracking_enabled: true,
    multi_storefront_enabled: true,
    storefront_limits: { active: 3, total_including_inactive: 4 },
  },
});

export const currencyBody = (currency: Currency) => ({
  id: currency.id,
  is_default: currency === defaultCurrency,
  last_updated: rfc2822(historyStart),
  country_iso2: currency.country,
  default_for_country_codes: [currency.country],
  currency_code: currency.code,
  currency_exchange_rate: currency.rate.toFixed(10),
  auto_update: currency !== defaultCurrency,
  token_location: 'left',
  token: currency.symbol,
  decimal_token: '.',
  thousands_token: ',',
  decimal_places: currency.decimals,
  name: currency.name,
  enabled: true,
  is_transactional: currency.transactional,
  use_default_name: true,
});

export const statusBody = ({ id, name, label, description, order }: OrderStatus) => ({
  id,
  name,
  system_label: name,
  custom_label: label,
  system_description: description,
  order,
});

export const customerGroupBody = (group: (typeof customerGroups)[number]) => ({
  id: group.id,
  name: group.name,
  is_default: group.isDefault,
  category_access: { type: 'all' },
  discount_rules: [{ type: 'all', method: 'percent', amount: group.discount }],
  date_created: bareTime(founded),
  date_modified: bareTime(historyStart),
  is_group_for_guests: false,
});

export const channelBody = (channel: Channel) => ({
  id: channel.id,
  name: channel.name,
  type: channel.type,
  platform: channel.platform,
  status: channel.status,
  external_id: '',
  is_enabled: channel.status === 'active',
  is_listable_from_ui: true,
  is_visible: true,
  icon_url: '',
  date_created: isoOffset(founded),
  date_modified: isoOffset(historyStart),
});

export const channelCurrencies = ({ id, currencies, defaultCurrency: code }: Channel) => ({
  channel_id: id,
  enabled_currencies: currencies,
  default_currency: code,
});
