import type { Route } from '../../../http.js';
import { numberTests, passing, textTests } from '../../query.js';
import type { Doc } from '../../records/fields.js';
import { type Filters, testsOf } from '../../records/filters.js';
import { notFound } from '../../refusal.js';
import type { Product, Variant } from '../../shop/product.js';
import { v3List } from '../../v3.js';
import { inventoryItemBody, locationItemBody } from '../../views/inventory.js';
import type { Api } from '../api.js';

export interface StockRow {
  readonly product: Product;
  readonly variant: Variant;
}

/** Inventory lists reach further than others. */
export const inventoryLimits = { fallback: 50, maximum: 1000 };

const rowTests = (query: URLSearchParams) => [
  ...numberTests<StockRow>(query, 'variant_id', row => row.variant.id),
  ...numberTests<StockRow>(query, 'product_id', row => row.product.id),
  ...textTests<StockRow>(query, 'sku', row => row.variant.sku),
];

export const locationFilters: Filters = {
  location_id: ['number', 'id'],
  location_code: ['text', 'code'],
  type_id: 'text',
  is_active: ['flag', 'enabled'],
  managed_by_external_source: 'flag',
  storefront_visibility: 'flag',
};

/** Location 1 is the default one. */
export const locationTests = (query: URLSearchParams): ((row: Doc) => boolean)[] => {
  const wanted = query.get('is_default');
  const tests = testsOf(locationFilters, query);
  return wanted === null ? tests : [...tests, row => (row.id === 1) === (wanted === 'true' || wanted === '1')];
};

export function inventoryRoutes(base: string, { shop, records, serve }: Api): Route[] {
  const inventory = `${base}/v3/inventory`;
  const { locations, stockSettings } = records;
  const rows = (): StockRow[] =>
    shop.catalog.listed.flatMap(product => product.variants.map(variant => ({ product, variant })));
  return [
    [
      `GET ${inventory}/locations`,
      ({ query }) =>
        v3List(
          passing(locations.all, locationTests(query)),
          query,
          row => serve('locations', Number(row.id), row),
          inventoryLimits,
        ),
    ],
    [
      `GET ${inventory}/items`,
      ({ query }) => {
        const shown = passing(locations.all, locationTests(query));
        return v3List(
          passing(rows(), rowTests(query)),
          query,
          ({ product, variant }) =>
            serve('inventoryItems', variant.id, inventoryItemBody(product, variant, shown, stockSettings)),
          inventoryLimits,
        );
      },
    ],
    [
      `GET ${inventory}/locations/:id/items`,
      ({ params, query }) => {
        const location = locations.find(params.id);
        if (!location) throw notFound('v3');
        return v3List(
          passing(rows(), rowTests(query)),
          query,
          ({ product, variant }) => locationItemBody(product, variant, Number(location.id), stockSettings),
          inventoryLimits,
        );
      },
    ],
  ];
}
