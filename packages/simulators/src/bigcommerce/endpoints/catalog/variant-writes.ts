import { type Call, empty, json, type Route } from '../../../http.js';
import { isoOffset } from '../../dates.js';
import { eachOf } from '../../records/batch.js';
import { listOfObjects, objectOf } from '../../records/body.js';
import { notFound, Refusal } from '../../refusal.js';
import type { Product, Variant } from '../../shop/product.js';
import { variantBody } from '../../views/product.js';
import type { Api } from '../api.js';
import { productIn } from './products.js';
import { createVariantWriter } from './variant-writer.js';

/** The platform says of this limit that it may change. */
const changedAtOnce = 50;

export function variantWriteRoutes(base: string, api: Api): Route[] {
  const { catalog } = api.shop;
  const writer = createVariantWriter(api.shop);
  const path = `${base}/v3/catalog/products/:id/variants`;
  const body = (product: Product, variant: Variant) => api.serve('variants', variant.id, variantBody(product, variant));
  const answer = (product: Product, variant: Variant) => json({ data: body(product, variant), meta: {} });

  const variantIn = (call: Call) => {
    const product = productIn(api, call);
    const variant = product.variants.find(({ id }) => id === Number(call.params.variant));
    if (!variant) throw notFound('v3');
    return { product, variant };
  };

  /** With an id a row changes a variant, with a product's id it adds one. */
  const changeMany = async ({ request }: Call): Promise<Response> => {
    const bodies = await listOfObjects('v3', request, changedAtOnce);
    const { done, refused } = eachOf(bodies, row => {
      const product =
        row.id === undefined
          ? catalog.find(Number(row.product_id))
          : catalog.listed.find(({ variants }) => variants.some(({ id }) => id === Number(row.id)));
      if (!product) throw notFound('v3');
      const variant = product.variants.find(({ id }) => id === Number(row.id));
      if (variant) return body(product, writer.update(product, variant, row));
      const added = writer.create(product, row);
      return body(added.product, added.variant);
    });
    if (refused.length > 0) throw new Refusal(422, { batch_errors: refused.map(({ refusal }) => refusal.body) });
    return json({ data: done, meta: {} });
  };

  return [
    [`PUT ${base}/v3/catalog/variants`, changeMany],
    [
      `POST ${path}`,
      async call => {
        productIn(api, call);
        const sent = await objectOf('v3', call.request);
        const { product, variant } = writer.create(productIn(api, call), sent);
        return answer(product, variant);
      },
    ],
    [
      `PUT ${path}/:variant`,
      async call => {
        variantIn(call);
        const sent = await objectOf('v3', call.request);
        const { product, variant } = variantIn(call);
        return answer(product, writer.update(product, variant, sent));
      },
    ],
    [
      `DELETE ${path}/:variant`,
      call => {
        const { product, variant } = variantIn(call);
        writer.remove(product, variant);
        return empty();
      },
    ],
    [`GET ${base}/v3/catalog/summary`, () => json({ data: summary(catalog.listed, api), meta: {} })],
  ];
}

function summary(products: readonly Product[], { records }: Api) {
  const rows = products.flatMap(product =>
    product.variants.map(variant => ({ product, body: variantBody(product, variant) })),
  );
  const prices = rows.map(({ body }) => Number(body.calculated_price));
  const stock = rows.map(({ body }) => Number(body.inventory_level));
  const dates = products.map(({ createdAt }) => createdAt);
  const [category] = records.categories.all;
  return {
    inventory_count: stock.reduce((sum, level) => sum + level, 0),
    inventory_value: Number(stock.reduce((sum, level, index) => sum + level * (prices[index] ?? 0), 0).toFixed(2)),
    primary_category_id: category?.category_id ?? 0,
    primary_category_name: category?.name ?? '',
    variant_count: rows.length,
    highest_variant_price: Math.max(0, ...prices),
    average_variant_price: prices.reduce((sum, price) => sum + price, 0) / Math.max(1, prices.length),
    // Text here, numbers beside it: so the platform declares them.
    lowest_variant_price: String(Math.min(...prices)),
    oldest_variant_date: isoOffset(Math.min(...dates)),
    newest_variant_date: isoOffset(Math.max(...dates)),
  };
}
