import { json, type Route } from '../../http.js';
import { listOf } from '../query.js';
import { listedRates, taxClasses, taxZones } from '../shop/taxes.js';
import { v3List, v3Whole } from '../v3.js';
import { taxClassBody, taxRateBody, taxSettings, taxZoneBody } from '../views/tax.js';
import type { Api } from './api.js';
import { v2Resource } from './store.js';

export function taxRoutes(base: string, api: Api): Route[] {
  return [
    ...v2Resource(`${base}/v2/tax_classes`, 'taxClasses', taxClasses, taxClassBody, api),
    [
      `GET ${base}/v3/tax/rates`,
      ({ query }) => {
        const ids = listOf(query, 'id:in');
        const zones = listOf(query, 'tax_zone_id:in');
        const rows = listedRates.filter(
          ({ rate, zone }) => (ids?.includes(String(rate.id)) ?? true) && (zones?.includes(String(zone.id)) ?? true),
        );
        return v3List(rows, query, row => api.serve('taxRates', row.rate.id, taxRateBody(row)));
      },
    ],
    // Zones come whole, without paging.
    [
      `GET ${base}/v3/tax/zones`,
      () => v3Whole(taxZones.map(zone => api.serve('taxZones', zone.id, taxZoneBody(zone)))),
    ],
    [`GET ${base}/v3/tax/settings`, () => json({ data: taxSettings, meta: {} })],
  ];
}
