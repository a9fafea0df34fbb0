import { type Call, json, type Route } from '../../../http.js';
import { booleanTests, dateTests, includesOf, listOf, numberTests, passing, textTests } from '../../query.js';
import { notFound, refuse } from '../../refusal.js';
import type { Product } from '../../shop/product.js';
import { usualLimits, v3List } from '../../v3.js';
import { channelsOf, productBody, productExtras, variantBody } from '../../views/product.js';
import type { Api } from '../api.js';
import { pickFields } from '../fields.js';

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
  ...textTests<Product>(query, 'upc', product => String(productBody(product).upc)),
  ...textTests<Product>(query, 'mpn', product => String(productBody(product).mpn)),
  ...textTests<Product>(query, 'condition', product => String(productBody(product).condition)),
  ...numberTests<Product>(query, 'weight', product => product.weight),
  ...numberTests<Product>(query, 'inventory_low', product => Number(isLow(product))),
  ...numberTests<Product>(query, 'out_of_stock', product => Number(isOut(product))),
  ...numberTests<Product>(query, 'is_free_shipping', product => Number(productBody(product).is_free_shipping)),
  ...booleanTests<Product>(query, 'is_visible', product => product.live.visible),
  ...booleanTests<Product>(query, 'is_featured', product => productBody(product).is_featured === true),
  ...dateTests<Product>(query, 'date_modified', product => product.live.modifiedAt, now),
  ...inChannels(query),
  ...withKeyword(query),
];

/** Only what is counted can run out. */
const isOut = (product: Product): boolean => product.tracking !== 'none' && inventoryOf(product) <= 0;
const isLow = (product: Product): boolean =>
  product.tracking !== 'none' && inventoryOf(product) <= Number(productBody(product).inventory_warning_level);

function inChannels(query: URLSearchParams): ((product: Product) => boolean)[] {
  const wanted = listOf(query, 'channel_id:in');
  return wanted ? [product => channelsOf(product).some(id => wanted.includes(String(id)))] : [];
}

/** Looks into names, SKUs and descriptions. */
function withKeyword(query: URLSearchParams): ((product: Product) => boolean)[] {
  const wanted = query.get('keyword')?.toLowerCase();
  return wanted
    ? [({ name, sku, description }) => [name, sku, description].some(text => text.toLowerCase().includes(wanted))]
    : [];
}

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

/** The products that a query's filters name. */
export const productFilters = (query: URLSearchParams, products: readonly Product[], now: number) =>
  passing(products, [...testsOf(query, now), ...inCategories(query)]);

/** The product that a path names. */
export function productIn({ shop }: Api, { params }: Pick<Call, 'params'>): Product {
  const product = shop.catalog.find(Number(params.id));
  if (!product) throw notFound('v3');
  return product;
}

const variantsOf = ({ serve }: Api, product: Product) =>
  product.variants.map(variant => serve('variants', variant.id, variantBody(product, variant)));

/** A product with the fields and the sub-resources that a query asks for. */
export function renderProduct(api: Api, query: URLSearchParams): (product: Product) => unknown {
  const include = [...includesOf(query)];
  const pick = pickFields(query);
  return product => {
    const body = pick(productBody(product));
    for (const name of include) {
      const extra = productExtras[name];
      if (extra) body[name] = name === 'variants' ? variantsOf(api, product) : extra(product);
    }
    return api.serve('products', product.id, body);
  };
}

export function productRoutes(base: string, api: Api): Route[] {
  const { catalog, clock } = api.shop;
  const path = `${base}/v3/catalog/products`;
  return [
    [
      `GET ${path}`,
      ({ query }) => {
        const include = includesOf(query);
        const rows = sorted(productFilters(query, catalog.listed, clock.now()), query);
        const limits = include.has('options') || include.has('modifiers') ? limitWithOptions : usualLimits;
        return v3List(rows, query, renderProduct(api, query), limits);
      },
    ],
    [`GET ${path}/:id`, call => json({ data: renderProduct(api, call.query)(productIn(api, call)), meta: {} })],
    [`GET ${path}/:id/variants`, call => v3List(variantsOf(api, productIn(api, call)), call.query, body => body)],
    [
      `GET ${path}/:id/variants/:variant`,
      call => {
        const product = productIn(api, call);
        const variant = product.variants.find(({ id }) => id === Number(call.params.variant));
        if (!variant) throw notFound('v3');
        return json({ data: api.serve('variants', variant.id, variantBody(product, variant)), meta: {} });
      },
    ],
  ];
}
