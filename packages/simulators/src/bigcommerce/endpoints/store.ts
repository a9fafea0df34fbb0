import { json, type Route } from '../../http.js';
import { notFound } from '../refusal.js';
import { currencies } from '../shop/currencies.js';
import { listedMethods } from '../shop/payment.js';
import { orderStatuses } from '../shop/statuses.js';
import { taxZones } from '../shop/taxes.js';
import { v2List } from '../v2.js';
import { v3Whole } from '../v3.js';
import { currencyBody, statusBody, storeBody, storeProfile } from '../views/store.js';
import type { Api } from './api.js';

/** A V2 list and its single records. */
export function v2Resource<T extends { readonly id: number }>(
  path: string,
  collection: string,
  rows: readonly T[],
  render: (row: T) => unknown,
  { serve }: Api,
): Route[] {
  const served = (row: T) => serve(collection, row.id, render(row));
  return [
    [`GET ${path}`, ({ query }) => v2List(rows, query, served)],
    [
      `GET ${path}/:id`,
      ({ params }) => {
        const found = rows.find(({ id }) => id === Number(params.id));
        if (!found) throw notFound('v2');
        return json(served(found));
      },
    ],
  ];
}

const shippingZone = ({ id, name, countryCode, regionCode }: (typeof taxZones)[number]) => ({
  id,
  name: countryCode ? name : 'Rest of the world',
  type: countryCode ? (regionCode ? 'state' : 'country') : 'global',
  locations: countryCode ? [{ id, zip: '', country_iso2: countryCode, state_iso2: regionCode ?? '' }] : [],
  free_shipping: { enabled: false, minimum_sub_total: '0.0000', exclude_fixed_shipping_products: false },
  handling_fees: { fixed_surcharge: '3.0000', display_separately: true },
  enabled: true,
});

export function storeRoutes(base: string, api: Api): Route[] {
  const { shop, serve } = api;
  const v2 = `${base}/v2`;
  return [
    [`GET ${v2}/store`, () => json(serve('store', shop.storeHash, storeBody(shop.storeHash)))],
    [`GET ${v2}/time`, () => json({ time: Math.floor(shop.clock.now() / 1000) })],
    [`GET ${base}/v3/settings/store/profile`, () => v3Whole(storeProfile)],
    ...v2Resource(`${v2}/currencies`, 'currencies', Object.values(currencies), currencyBody, api),
    ...v2Resource(`${v2}/order_statuses`, 'orderStatuses', orderStatuses, statusBody, api),
    ...v2Resource(`${v2}/shipping/zones`, 'shippingZones', taxZones, shippingZone, api),
    [
      `GET ${v2}/payments/methods`,
      ({ query }) =>
        v2List(listedMethods, query, ({ gateway, name }) =>
          serve('paymentMethods', gateway, { code: gateway, name, test_mode: false }),
        ),
    ],
  ];
}
