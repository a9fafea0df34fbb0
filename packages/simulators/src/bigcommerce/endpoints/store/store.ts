import { json, type Route } from '../../../http.js';
import { createRows } from '../../records/rows.js';
import { v2Resource } from '../../records/v2-resource.js';
import { listedMethods } from '../../shop/payment.js';
import { orderStatuses } from '../../shop/statuses.js';
import { v2List } from '../../v2.js';
import { statusBody, storeBody } from '../../views/store.js';
import type { Api } from '../api.js';

export function storeRoutes(base: string, api: Api): Route[] {
  const { shop, serve } = api;
  const v2 = `${base}/v2`;
  const statuses = createRows({ seed: () => orderStatuses.map(statusBody) });
  return [
    [`GET ${v2}/store`, () => json(serve('store', shop.storeHash, storeBody(shop.storeHash)))],
    [`GET ${v2}/time`, () => json({ time: Math.floor(shop.clock.now() / 1000) })],
    ...v2Resource(
      {
        path: `${v2}/order_statuses`,
        collection: 'orderStatuses',
        fields: {},
        rows: () => statuses,
        only: ['list', 'get'],
      },
      api,
    ),
    [
      `GET ${v2}/payments/methods`,
      ({ query }) =>
        v2List(listedMethods, query, ({ gateway, name }) =>
          serve('paymentMethods', gateway, { code: gateway, name, test_mode: false }),
        ),
    ],
  ];
}
