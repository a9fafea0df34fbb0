import type { Route } from '../../http.js';
import { booleanTests, numberTests, passing, textTests } from '../query.js';
import { notFound } from '../refusal.js';
import { type Location, locations } from '../shop/locations.js';
import type { Product, Variant } from '../shop/product.js';
import { v3List } from '../v3.js';
import { inventoryItemBody, locationBody, locationItemBody } from '../views/inventory.js';
import type { Api } from './api.js';

interface Row {
  readonly product: Product;
  readonly variant: Variant;
}

/** Inventory lists reach further than others. */
const limits = { fallback: 50, maximum: 1000 };

const rowTests = (query: URLSearchParams) => [
  ...numberTests<Row>(query, 'variant_id', row => row.variant.id),
  ...numberTests<Row>(query, 'product_id', row => row.product.id),
  ...textTests<Row>(query, 'sku', row => row.variant.sku),
];

const locationTests = (query: URLSearchParams) => [
  ...numberTests<Location>(query, 'location_id', row => row.id),
  ...textTests<Location>(query, 'location_code', row => row.code),
  ...booleanTests<Location>(query, 'is_active', row => row.enabled),
  ...booleanTests<Location>(query, 'is_default', row => row.id === 1),
];

export function inventoryRoutes(base: string, { shop, serve }: Api): Route[] {
  const inventory = `${base}/v3/inventory`;
  const rows = (): Row[] =>
    shop.catalog.listed.flatMap(product => product.variants.map(variant => ({ product, variant })));
  return [
    [
      `GET ${inventory}/locations`,
      ({ query }) =>
        v3List(
          passing(locations, locationTests(query)),
          query,
          row => serve('locations', row.id, locationBody(row)),
          limits,
        ),
    ],
    [
      `GET ${inventory}/items`,
      ({ query }) => {
        const shown = passing(locations, locationTests(query));
        return v3List(
          passing(rows(), rowTests(query)),
          query,
          ({ product, variant }) => serve('inventoryItems', variant.id, inventoryItemBody(product, variant, shown)),
          limits,
        );
      },
    ],
    [
      `GET ${inventory}/locations/:id/items`,
      ({ params, query }) => {
        const location = locations.find(({ id }) => id === Number(params.id));
        if (!location) throw notFound('v3');
        return v3List(
          passing(rows(), rowTests(query)),
          query,
          ({ product, variant }) => locationItemBody(product, variant, location.id),
          limits,
        );
      },
    ],
  ];
}
