import { rfc2822 } from '../dates.js';
import { channels } from '../shop/channels.js';
import { historyStart } from '../shop/clock.js';
import { currencies } from '../shop/currencies.js';
import { coupons } from '../shop/discounts.js';
import { locations, pickupMethod } from '../shop/locations.js';
import { customerGroups } from '../shop/people.js';
import { listedRates, taxClasses, taxZones } from '../shop/taxes.js';
import { brands, categories, categoryTrees } from '../shop/taxonomy.js';
import { locationBody, pickupMethodBody } from '../views/inventory.js';
import { couponRecord } from '../views/marketing.js';
import { shippingZoneBody } from '../views/shipping.js';
import { channelBody, channelCurrencies, currencyBody, customerGroupBody } from '../views/store.js';
import { taxClassBody, taxRateBody, taxSettings, taxZoneBody } from '../views/tax.js';
import { brandBody, treeCategoryBody } from '../views/taxonomy.js';
import type { Doc } from './fields.js';
import { createRows, type Rows } from './rows.js';

const founded = '2021-03-14T09:30:00Z';

const counter = (first: number) => {
  let next = first;
  return () => next++;
};

/** Every kind of record that is kept as the API writes it. */
export const createRegistry = () => ({
  banners: createRows(),
  blogPosts: createRows(),
  brands: createRows({ seed: () => brands.map(brandBody) }),
  /** By the carrier's id. */
  carrierConnections: new Map<string, Doc>(),
  categories: createRows({ key: 'category_id', seed: () => categories.map(treeCategoryBody) }),
  categoryTrees: createRows({ seed: () => categoryTrees }),
  channels: createRows({ seed: () => channels.map(channelBody) }),
  channelCurrencies: createRows({ key: 'channel_id', seed: () => channels.map(channelCurrencies) }),
  coupons: createRows({ seed: () => coupons.map(coupon => couponRecord(coupon, rfc2822(historyStart))) }),
  currencies: createRows({ seed: () => Object.values(currencies).map(currencyBody) }),
  customerAttributes: createRows({
    seed: () => [{ id: 1, name: 'Heard of us through', type: 'string', date_created: founded, date_modified: founded }],
  }),
  customerGroups: createRows({ seed: () => customerGroups.map(customerGroupBody) }),
  giftCertificates: createRows(),
  hookEmails: createRows(),
  hooks: createRows({ nextId: counter(20_000_001) }),
  legacyOptions: createRows(),
  legacyOptionSets: createRows(),
  locations: createRows({ seed: () => locations.map(locationBody) }),
  metafields: createRows(),
  pages: createRows(),
  pickupMethods: createRows({ seed: () => [pickupMethodBody(pickupMethod)] }),
  pickups: createRows(),
  priceAssignments: createRows(),
  priceLists: createRows(),
  priceRecords: createRows(),
  redirects: createRows(),
  /** By their zone. */
  shippingMethods: new Map<number, Rows>(),
  shippingZones: createRows({ seed: () => taxZones.map(shippingZoneBody) }),
  /** What is set for a variant at a location, by `variant:location`. */
  stockSettings: new Map<string, Doc>(),
  taxClasses: createRows({ seed: () => taxClasses.map(taxClassBody) }),
  taxRates: createRows({ seed: () => listedRates.map(taxRateBody) }),
  taxSettings: { ...taxSettings } as Doc,
  taxZones: createRows({ seed: () => taxZones.map(taxZoneBody) }),
});

export type Registry = ReturnType<typeof createRegistry>;
