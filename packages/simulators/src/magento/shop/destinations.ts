import type { Random } from '../../random.js';

/** A place that parcels go to. Countries without regions in Magento's directory have none of the three region keys. */
export interface Destination {
  readonly city: string;
  readonly region: string | null;
  readonly regionCode: string | null;
  readonly regionId: number | null;
  readonly postcode: string | null;
  readonly countryId: string;
  /** Share among the places of one view. */
  readonly weight: number;
}

type Row = readonly [
  city: string,
  region: string | null,
  regionCode: string | null,
  regionId: number | null,
  postcode: string | null,
  countryId: string,
  weight: number,
];

const rowsByView: Readonly<Record<number, readonly Row[]>> = {
  1: [
    ['Sydney', 'New South Wales', 'NSW', 570, '2000', 'AU', 5],
    ['Melbourne', 'Victoria', 'VIC', 574, '3000', 'AU', 4],
    ['Brisbane', 'Queensland', 'QLD', 572, '4000', 'AU', 3],
    ['Singapore', null, null, null, '018956', 'SG', 0.5],
  ],
  2: [
    ['Auckland', null, null, null, '1010', 'NZ', 3],
    ['Ōtautahi Christchurch', null, null, null, '8011', 'NZ', 1],
  ],
  3: [
    ['Austin', 'Texas', 'TX', 57, '78701', 'US', 4],
    ['San Francisco', 'California', 'CA', 12, '94103', 'US', 4],
    ['Portland', 'Oregon', 'OR', 49, '97201', 'US', 2],
    ['Montréal', 'Quebec', 'QC', 76, 'H2Y 1C6', 'CA', 1],
  ],
  4: [
    ['Berlin', 'Berlin', 'BER', 82, '10115', 'DE', 3],
    ['München', 'Bayern', 'BAY', 81, '80331', 'DE', 2],
    ['London', null, null, null, 'SW1A 1AA', 'GB', 2],
    ['Dublin', null, null, null, null, 'IE', 1],
  ],
  5: [
    ['千代田区', '東京都', 'Tokyo', 1013, '100-0001', 'JP', 3],
    ['大阪市', '大阪府', 'Osaka', 1027, '530-0001', 'JP', 1],
  ],
};

const toDestination = ([city, region, regionCode, regionId, postcode, countryId, weight]: Row): Destination => ({
  city,
  region,
  regionCode,
  regionId,
  postcode,
  countryId,
  weight,
});

const destinationsByView = new Map(
  Object.entries(rowsByView).map(([view, rows]) => [Number(view), rows.map(toDestination)]),
);

/** Where a shopper of a view has parcels sent. */
export function pickDestination(random: Random, viewId: number): Destination {
  const choices = destinationsByView.get(viewId) ?? [];
  return random.weighted(choices.map(choice => [choice, choice.weight] as const));
}
