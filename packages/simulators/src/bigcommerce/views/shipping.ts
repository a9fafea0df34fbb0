import type { TaxZone } from '../shop/taxes.js';

/** The shop ships to where it is taxed. */
export const shippingZoneBody = ({ id, name, countryCode, regionCode }: TaxZone) => ({
  id,
  name: countryCode ? name : 'Rest of the world',
  type: countryCode ? (regionCode ? 'state' : 'country') : 'global',
  locations: countryCode ? [{ id, zip: '', country_iso2: countryCode, state_iso2: regionCode ?? '' }] : [],
  free_shipping: { enabled: false, minimum_sub_total: '0.0000', exclude_fixed_shipping_products: false },
  handling_fees: { fixed_surcharge: '3.0000', display_separately: true },
  enabled: true,
});
