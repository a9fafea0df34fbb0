import type { Route } from '../../../http.js';
import { numberTests, passing, textTests } from '../../query.js';
import type { Product, Variant } from '../../shop/product.js';
import { v3List } from '../../v3.js';
import { variantBody } from '../../views/product.js';
import type { Api } from '../api.js';
import { pickFields } from '../fields.js';

interface Row {
  readonly product: Product;
  readonly variant: Variant;
}

/** Every variant of every product; there is no filter by date. */
export function variantRoutes(base: string, { shop, serve }: Api): Route[] {
  return [
    [
      `GET ${base}/v3/catalog/variants`,
      ({ query }) => {
        const rows = shop.catalog.listed.flatMap(product => product.variants.map(variant => ({ product, variant })));
        const tests = [
          ...numberTests<Row>(query, 'id', row => row.variant.id),
          ...numberTests<Row>(query, 'product_id', row => row.product.id),
          ...textTests<Row>(query, 'sku', row => row.variant.sku),
          ...textTests<Row>(query, 'upc', row => row.variant.upc),
        ];
        const pick = pickFields(query);
        return v3List(passing(rows, tests), query, ({ product, variant }) =>
          serve('variants', variant.id, pick(variantBody(product, variant))),
        );
      },
    ],
  ];
}
