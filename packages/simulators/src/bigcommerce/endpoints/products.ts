import { type Call, json, type Route } from '../../http.js';
import { booleanTests, dateTests, includesOf, listOf, numberTests, passing, textTests } from '../query.js';
import { notFound, refuse } from '../refusal.js';
import type { Product } from '../shop/product.js';
import { usualLimits, v3List } from '../v3.js';
import { productBody, productExtras, productParts, variantBody } from '../views/product.js';
import type { Api } from './api.js';
import { pickFields } from './fields.js';

const inventoryOf = (product: Product) => Number(productBody(product).inventory_level);

const sortable: Readonly<Record<string, (product: Product) => number | string>> = {
  id: product => product.id,
  name: product => product.name,
  sku: product => product.sku,
  price: product => product.live.price,
  date_modified: product => product.live.modifiedAt,
  date_last_imported: () => '',
  inventory_level: inventoryOf,
  is_visible: product => Number(product.live.visible),
  total_sold: product => product.live.sold,
  calculated_price: product => product.salePrice || product.live.price,
};

/** Filters that it does not know the catalog ignores. */
const testsOf = (query: URLSearchParams, now: number) => [
  ...numberTests<Product>(query, 'id', product => product.id),
  ...numberTests<Product>(query, 'brand_id', product => product.brandId),
  ...numberTests<Product>(query, 'price', product => product.live.price / 10_000),
  ...numberTests<Product>(query, 'inventory_level', inventoryOf),
  ...numberTests<Product>(query, 'total_sold', product => product.live.sold),
  ...textTests<Product>(query, 'name', product => product.name),
  ...textTests<Product>(query, 'sku', product => product.sku),
  ...textTests<Product>(query, 'type', product => product.type),
  ...textTests<Product>(query, 'availability', product => product.availability),
  ...textTests<Product>(query, 'keyword:like', product => product.name),
  ...booleanTests<Product>(query, 'is_visible', product => product.live.visible),
  ...booleanTests<Product>(query, 'is_featured', product => product.id % 10 === 0),
  ...dateTests<Product>(query, 'date_modified', product => product.live.modifiedAt, now),
];

function inCategories(query: URLSearchParams): ((product: Product) => boolean)[] {
  const wanted = listOf(query, 'categories:in') ?? listOf(query, 'categories');
  return wanted ? [product => product.categoryIds.some(id => wanted.includes(String(id)))] : [];
}

function sorted(products: readonly Product[], query: URLSearchParams): readonly Product[] {
  const field = query.get('sort') ?? 'id';
  const read = sortable[field];
  if (!read) throw refuse('v3', 422, `The sort '${field}' is not supported.`);
  const sign = query.get('direction') === 'desc' ? -1 : 1;
  return [...products].sort((left, right) => {
    const [a, b] = [read(left), read(right)];
    return a < b ? -sign : a > b ? sign : left.id - right.id;
  });
}

/** A page is never longer than this where options or modifiers come along. */
const limitWithOptions = { fallback: 10, maximum: 10 };

export function productRoutes(base: string, { shop, serve }: Api): Route[] {
  const { catalog, clock } = shop;
  const path = `${base}/v3/catalog/products`;

  const productIn = ({ params }: Call): Product => {
    const product = catalog.byId.get(Number(params.id));
    if (!product || product.deleted) throw notFound('v3');
    return product;
  };

  const variants = (product: Product) =>
    product.variants.map(variant => serve('variants', variant.id, variantBody(product, variant)));

  const render = (query: URLSearchParams) => {
    const include = [...includesOf(query)];
    const pick = pickFields(query);
    return (product: Product) => {
      const body = pick(productBody(product));
      for (const name of include) {
        const extra = productExtras[name];
        if (extra) body[name] = name === 'variants' ? variants(product) : extra(product);
      }
      return serve('products', product.id, body);
    };
  };

  const parts = Object.entries(productParts).map(
    ([name, part]): Route => [
      `GET ${path}/:id/${name}`,
      call => v3List(name === 'variants' ? variants(productIn(call)) : part(productIn(call)), call.query, body => body),
    ],
  );

  return [
    [
      `GET ${path}`,
      ({ query }) => {
        const include = includesOf(query);
        const rows = sorted(passing(catalog.listed, [...testsOf(query, clock.now()), ...inCategories(query)]), query);
        const limits = include.has('options') || include.has('modifiers') ? limitWithOptions : usualLimits;
        return v3List(rows, query, render(query), limits);
      },
    ],
    [`GET ${path}/:id`, call => json({ data: render(call.query)(productIn(call)), meta: {} })],
    ...parts,
    [
      `GET ${path}/:id/variants/:variant`,
      call => {
        const product = productIn(call);
        const variant = product.variants.find(({ id }) => id === Number(call.params.variant));
        if (!variant) throw notFound('v3');
        return json({ data: serve('variants', variant.id, variantBody(product, variant)), meta: {} });
      },
    ],
  ];
}
