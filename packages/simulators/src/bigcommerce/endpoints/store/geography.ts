import { type Call, json, type Route } from '../../../http.js';
import type { Doc } from '../../records/fields.js';
import { same } from '../../records/filters.js';
import { createRows, type Rows } from '../../records/rows.js';
import { v2Resource } from '../../records/v2-resource.js';
import { notFound } from '../../refusal.js';
import { countries } from '../../shop/geography.js';
import { link } from '../../views/link.js';
import type { Api } from '../api.js';

/** Countries and their states; nobody can change them. */
export function geographyRoutes(base: string, api: Api): Route[] {
  const { storeHash } = api.shop;
  const path = `${base}/v2/countries`;
  const rows = createRows({
    seed: () =>
      countries.map(({ states, ...country }) => ({
        ...country,
        states: states.length > 0 ? link(storeHash, `/countries/${country.id}/states`) : {},
      })),
  });
  const all = countries.flatMap(({ id, states }) =>
    states.map(
      ([abbreviation, state], position): Doc => ({
        id: id * 100 + position,
        state,
        state_abbreviation: abbreviation,
        country_id: id,
      }),
    ),
  );
  const states = createRows({ seed: () => all });
  const statesOf = ({ params }: Call): Rows => {
    if (!rows.find(params.country)) throw notFound('v2');
    return createRows({ seed: () => all.filter(({ country_id: id }) => id === Number(params.country)) });
  };
  const readable = { fields: {}, only: ['list', 'count', 'get'] } as const;
  const stateFilters = { state: same('state'), state_abbreviation: same('state_abbreviation') };
  return [
    [`GET ${path}/states/count`, () => json({ count: all.length })],
    ...v2Resource(
      { ...readable, path: `${path}/states`, collection: 'states', rows: () => states, only: ['list'] },
      api,
    ),
    ...v2Resource(
      { ...readable, path: `${path}/:country/states`, collection: 'states', rows: statesOf, filters: stateFilters },
      api,
    ),
    ...v2Resource(
      {
        ...readable,
        path,
        collection: 'countries',
        rows: () => rows,
        filters: {
          country: same('country'),
          country_iso2: same('country_iso2'),
          country_iso3: same('country_iso3'),
        },
      },
      api,
    ),
  ];
}
