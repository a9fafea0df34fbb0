import {
  type Scope,
  type StoreView,
  storeGroups,
  storeViews,
  viewById,
  type Website,
  websiteById,
} from '../shop/stores.js';
import type { Body } from './body.js';

const symbols: Readonly<Record<string, string>> = { AUD: 'A$', NZD: 'NZ$', USD: '$', EUR: '€', JPY: '¥' };

export const websiteBody = ({ id, code, name, defaultGroupId }: Website): Body => ({
  id,
  code,
  name,
  default_group_id: defaultGroupId,
});

export const storeViewBody = (view: StoreView): Body => ({
  id: view.id,
  code: view.code,
  name: view.name,
  website_id: view.websiteId,
  store_group_id: view.groupId,
  is_active: 1,
});

/** The three lists begin with the rows of the administration, id 0. */
export const adminWebsite: Body = { id: 0, code: 'admin', name: 'Admin', default_group_id: 0 };
export const adminStoreView: Body = {
  id: 0,
  code: 'admin',
  name: 'Admin',
  website_id: 0,
  store_group_id: 0,
  is_active: 1,
};

export const storeGroupBodies = (): Body[] => [
  { id: 0, website_id: 0, root_category_id: 0, default_store_id: 0, name: 'Default', code: 'default' },
  ...storeGroups.map(group => ({
    id: group.id,
    website_id: group.websiteId,
    root_category_id: group.rootCategoryId,
    default_store_id: group.defaultStoreId,
    name: group.name,
    code: group.code,
  })),
];

/** Settings of the views, without the admin's; `base` is the address that the shop is reached at. */
export const storeConfigBodies = (codes: readonly string[], base: string): Body[] =>
  storeViews
    .filter(view => codes.length === 0 || codes.includes(view.code))
    .map((view: StoreView) => ({
      id: view.id,
      code: view.code,
      website_id: view.websiteId,
      locale: view.locale,
      base_currency_code: websiteById(view.websiteId).baseCurrency,
      default_display_currency_code: view.currency,
      timezone: view.timezone,
      weight_unit: view.websiteId === 1 ? 'kgs' : 'lbs',
      base_url: `${base}/`,
      base_link_url: `${base}/`,
      base_static_url: `${base}/static/`,
      base_media_url: `${base}/media/`,
      secure_base_url: `${base}/`,
      secure_base_link_url: `${base}/`,
      secure_base_static_url: `${base}/static/`,
      secure_base_media_url: `${base}/media/`,
    }));

export function currencyBody(scope: Scope): Body {
  const view = scope ?? viewById(1);
  const base = websiteById(view.websiteId).baseCurrency;
  const sold = storeViews.filter(other => other.websiteId === view.websiteId);
  return {
    base_currency_code: base,
    base_currency_symbol: symbols[base],
    default_display_currency_code: view.currency,
    default_display_currency_symbol: symbols[view.currency],
    available_currency_codes: [...new Set([base, ...sold.map(other => other.currency)])],
    exchange_rates: sold.map(other => ({ currency_to: other.currency, rate: other.rate })),
  };
}

const countries = [
  [
    'AU',
    'AUS',
    'Australia',
    [
      ['570', 'NSW', 'New South Wales'],
      ['572', 'QLD', 'Queensland'],
      ['574', 'VIC', 'Victoria'],
    ],
  ],
  ['CA', 'CAN', 'Canada', [['76', 'QC', 'Quebec']]],
  [
    'DE',
    'DEU',
    'Germany',
    [
      ['81', 'BAY', 'Bayern'],
      ['82', 'BER', 'Berlin'],
    ],
  ],
  ['GB', 'GBR', 'United Kingdom', []],
  ['IE', 'IRL', 'Ireland', []],
  ['JP', 'JPN', 'Japan', []],
  ['NZ', 'NZL', 'New Zealand', []],
  ['SG', 'SGP', 'Singapore', []],
  [
    'US',
    'USA',
    'United States',
    [
      ['12', 'CA', 'California'],
      ['49', 'OR', 'Oregon'],
      ['57', 'TX', 'Texas'],
    ],
  ],
] as const;

export const countryBodies = (): Body[] =>
  countries.map(([alpha2, alpha3, name, regions]) => ({
    id: alpha2,
    two_letter_abbreviation: alpha2,
    three_letter_abbreviation: alpha3,
    full_name_locale: name,
    full_name_english: name,
    ...(regions.length > 0
      ? { available_regions: regions.map(([id, code, region]) => ({ id, code, name: region })) }
      : {}),
  }));
