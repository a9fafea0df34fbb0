import type { Body } from '../bodies/body.js';
import { productBody } from '../bodies/product.js';
import type { Product } from '../shop/product.js';
import type { ProductWriting } from '../shop/product-writing.js';
import { type Scope, storeViews } from '../shop/stores.js';
import type { Desk, Endpoint } from './endpoint.js';

const right = 'Magento_Catalog::products';

/** A row that was not taken, and why. */
export interface Problem {
  readonly message: string;
  readonly parameters: readonly string[];
}

interface Told {
  readonly sku?: string | null;
  readonly store_id?: number | null;
}

const basePrice = { price: 'number', store_id: 'int', sku: 'text', extension_attributes: {} } as const;
const cost = { cost: 'number', store_id: 'int', sku: 'text', extension_attributes: {} } as const;
const specialPrice = { ...basePrice, price_from: 'text', price_to: 'text' } as const;

/** Prices of many products at once. Rows that cannot be taken come back with what is wrong; the others are taken. */
export function priceEndpoints(desk: Desk, writing: ProductWriting): Endpoint[] {
  const scopeOf = (storeId: number | null | undefined): Scope | undefined =>
    storeId === 0 ? null : storeViews.find(({ id }) => id === storeId);

  /** Takes each row that names a product and a view, and gives the problems of the others. */
  const eachRow = <Row extends Told>(
    rows: readonly Row[],
    at: number,
    take: (product: Product, scope: Scope, row: Row) => Product | string,
  ): Problem[] =>
    rows.flatMap(row => {
      const where = [row.sku ?? '', String(row.store_id ?? '')];
      const problem = (message: string) => [
        { message: `${message} Row ID: SKU = %SKU, Store ID: %storeId`, parameters: where },
      ];
      const product = writing.bySku(row.sku ?? '');
      const scope = scopeOf(row.store_id);
      if (!product) return problem("The product that was requested doesn't exist. Verify the product and try again.");
      if (scope === undefined) return problem('Requested store is not found.');
      const taken = take(product, scope, row);
      if (typeof taken === 'string') return problem(taken);
      writing.keep(taken, at);
      return [];
    });

  /** A row for the default, and one for each view that has another value. */
  const rowsOf = (
    skus: readonly string[],
    codes: readonly string[],
  ): { storeId: number; sku: string; values: Body }[] =>
    skus.flatMap(sku => {
      const product = writing.bySku(sku);
      if (!product) return [];
      const base = valuesOf(product, null, codes);
      const own = storeViews
        .map(view => ({ storeId: view.id, sku: product.sku, values: valuesOf(product, view, codes) }))
        .filter(({ values }) => JSON.stringify(values) !== JSON.stringify(base));
      return [{ storeId: 0, sku: product.sku, values: base }, ...own];
    });
  const isPrice = (price: number | null | undefined): price is number => typeof price === 'number' && price >= 0;

  return [
    [
      'POST /V1/products/base-prices',
      right,
      desk.write({ prices: [basePrice] }, ({ input, at }) =>
        eachRow(input.prices, at, (product, scope, { price }) =>
          isPrice(price) ? writing.setValues(product, scope, { price }) : 'Invalid attribute Price.',
        ),
      ),
    ],
    [
      'POST /V1/products/base-prices-information',
      right,
      desk.write({ skus: ['text'] }, ({ input }) =>
        rowsOf(input.skus, ['price']).map(({ sku, storeId, values }) => ({
          price: Number(values.price ?? 0),
          store_id: storeId,
          sku,
        })),
      ),
    ],
    [
      'POST /V1/products/special-price',
      right,
      desk.write({ prices: [specialPrice] }, ({ input, at }) =>
        eachRow(input.prices, at, (product, scope, { price, price_from: from, price_to: to }) => {
          if (!isPrice(price)) return 'Invalid attribute Price.';
          if ([from, to].some(day => day && Number.isNaN(Date.parse(day)))) return 'Invalid attribute Price From.';
          return writing.setValues(product, scope, {
            special_price: price,
            special_from_date: from ?? null,
            special_to_date: to ?? null,
          });
        }),
      ),
    ],
    [
      'POST /V1/products/special-price-delete',
      right,
      desk.write({ prices: [specialPrice] }, ({ input, at }) =>
        eachRow(input.prices, at, (product, scope) =>
          writing.setValues(product, scope, { special_price: null, special_from_date: null, special_to_date: null }),
        ),
      ),
    ],
    [
      'POST /V1/products/special-price-information',
      right,
      desk.write({ skus: ['text'] }, ({ input }) =>
        rowsOf(input.skus, ['special_price', 'special_from_date', 'special_to_date'])
          .filter(({ values }) => values.special_price !== undefined)
          .map(({ sku, storeId, values }) => ({
            price: Number(values.special_price),
            store_id: storeId,
            sku,
            price_from: values.special_from_date ?? null,
            price_to: values.special_to_date ?? null,
          })),
      ),
    ],
    [
      'POST /V1/products/cost',
      right,
      desk.write({ prices: [cost] }, ({ input, at }) =>
        eachRow(input.prices, at, (product, scope, row) =>
          isPrice(row.cost) ? writing.setValues(product, scope, { cost: row.cost }) : 'Invalid attribute Cost.',
        ),
      ),
    ],
    [
      'POST /V1/products/cost-information',
      right,
      desk.write({ skus: ['text'] }, ({ input }) =>
        rowsOf(input.skus, ['cost'])
          .filter(({ values }) => values.cost !== undefined)
          .map(({ sku, storeId, values }) => ({ cost: Number(values.cost), store_id: storeId, sku })),
      ),
    ],
    [
      'POST /V1/products/cost-delete',
      right,
      desk.write({ skus: ['text'] }, ({ input, at }) => {
        for (const sku of input.skus) {
          const product = writing.bySku(sku);
          if (!product) continue;
          const emptied = [null, ...storeViews].reduce(
            (known: Product, scope) => writing.setValues(known, scope, { cost: null }),
            product,
          );
          writing.keep(emptied, at);
        }
        return true;
      }),
    ],
  ];
}

function valuesOf(product: Product, scope: Scope, codes: readonly string[]): Body {
  const body = productBody(product, scope);
  const attributes = body.custom_attributes as { attribute_code: string; value: unknown }[];
  return Object.fromEntries(
    codes.map(code => [code, body[code] ?? attributes.find(({ attribute_code }) => attribute_code === code)?.value]),
  );
}
