import { empty, type Route } from '../../../http.js';
import { passing } from '../../query.js';
import { listOfObjects } from '../../records/body.js';
import type { Doc } from '../../records/fields.js';
import { testsOf } from '../../records/filters.js';
import { notFound, refuse } from '../../refusal.js';
import type { Product } from '../../shop/product.js';
import { v3List } from '../../v3.js';
import { channelsOf } from '../../views/product.js';
import type { Api } from '../api.js';
import type { ProductWriter } from './product-writer.js';

const assignedAtOnce = 1000;

/** Which products are in which channels, and in which categories: pairs that are added and taken away. */
export function assignmentRoutes(base: string, { shop, records }: Api, writer: ProductWriter): Route[] {
  const { catalog } = shop;

  const pairs = (
    path: string,
    field: string,
    idsOf: (product: Product) => readonly number[],
    put: (ids: readonly number[]) => Partial<Product>,
    exists: (id: unknown) => boolean,
  ): Route[] => {
    const filters = { product_id: 'number', [field]: 'number' } as const;
    const rows = (): Doc[] =>
      catalog.listed.flatMap(product => idsOf(product).map(id => ({ product_id: product.id, [field]: id })));
    const assign = (pair: Doc, change: (ids: readonly number[], id: number) => readonly number[]) => {
      const product = catalog.find(Number(pair.product_id));
      if (!product) throw notFound('v3');
      writer.touched(catalog.change(product, put(change(idsOf(product), Number(pair[field])))));
    };
    return [
      [`GET ${path}`, ({ query }) => v3List(passing(rows(), testsOf(filters, query)), query, row => row)],
      [
        `PUT ${path}`,
        async ({ request }) => {
          const bodies = await listOfObjects('v3', request, assignedAtOnce);
          const stranger = bodies.find(pair => !catalog.find(Number(pair.product_id)) || !exists(pair[field]));
          if (stranger) throw refuse('v3', 422, `The product or the ${field.replace('_id', '')} does not exist.`);
          for (const pair of bodies) assign(pair, (ids, id) => (ids.includes(id) ? ids : [...ids, id]));
          return empty();
        },
      ],
      [
        `DELETE ${path}`,
        ({ query }) => {
          const tests = testsOf(filters, query);
          if (tests.length === 0) throw refuse('v3', 422, 'A filter is required to delete assignments.');
          for (const pair of passing(rows(), tests)) assign(pair, (ids, id) => ids.filter(known => known !== id));
          return empty();
        },
      ],
    ];
  };

  const products = `${base}/v3/catalog/products`;
  return [
    ...pairs(
      `${products}/channel-assignments`,
      'channel_id',
      channelsOf,
      channelIds => ({ channelIds }),
      id => records.channels.find(id) !== undefined,
    ),
    ...pairs(
      `${products}/category-assignments`,
      'category_id',
      product => product.categoryIds,
      categoryIds => ({ categoryIds }),
      id => records.categories.find(id) !== undefined,
    ),
  ];
}
