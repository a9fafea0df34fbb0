import { empty, json, type Route } from '../../../http.js';
import { isoZulu } from '../../dates.js';
import { listOf, passing } from '../../query.js';
import { listOfObjects } from '../../records/body.js';
import { type Doc, type Fields, fixed, flag, needed, object, text, whole } from '../../records/fields.js';
import { testsOf } from '../../records/filters.js';
import { acceptedValues } from '../../records/resource.js';
import { createRows } from '../../records/rows.js';
import { invalid, notFound } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { v3List } from '../../v3.js';
import type { Api } from '../api.js';

const customsFields: Fields = {
  product_id: needed(whole(1)),
  created_at: fixed(),
  updated_at: fixed(),
  country_of_origin: needed(text(2)),
  commodity_description: needed(text(100)),
  international_shipping: needed(flag()),
  hs_codes: needed(object()),
};

const sortFields: Fields = { product_id: needed(whole(1)), sort_order: needed(whole(0)) };

/** What is kept of products in places of its own: for customs, and for their order within a category. */
export function productNoteRoutes(base: string, { shop, records }: Api): Route[] {
  const { catalog, clock } = shop;
  const customs = createRows({ key: 'product_id' });
  const customsPath = `${base}/v3/shipping/products/customs-information`;
  const sortPath = `${base}/v3/catalog/categories/:id/products/sort-order`;
  const orders = new Map<string, number>();
  const now = () => isoZulu(toSecond(clock.now()));

  const rowsOf = (id: unknown): Doc[] => {
    const category = records.categories.find(id);
    if (!category) throw notFound('v3');
    return catalog.listed
      .filter(({ categoryIds }) => categoryIds.includes(Number(category.category_id)))
      .map(product => ({ product_id: product.id, sort_order: orders.get(`${id}:${product.id}`) ?? 0 }));
  };
  const refuseStrangers = (rows: readonly Doc[], isThere: (id: number) => boolean) => {
    const stranger = rows.find(({ product_id: id }) => !isThere(Number(id)));
    if (stranger) throw invalid('v3', { product_id: `The product ${stranger.product_id} is not here.` });
  };

  return [
    [
      `GET ${customsPath}`,
      ({ query }) => v3List(passing(customs.all, testsOf({ product_id: 'number' }, query)), query, row => row),
    ],
    [
      `PUT ${customsPath}`,
      async ({ request }) => {
        const bodies = await listOfObjects('v3', request, 50);
        const rows = bodies.map(body => acceptedValues('v3', customsFields, body, true));
        refuseStrangers(rows, id => catalog.find(id) !== undefined);
        const data = rows.map(row => {
          const known = customs.find(row.product_id);
          if (known) return customs.change(known, { ...row, updated_at: now() });
          return customs.insert({ ...row, created_at: now(), updated_at: now() });
        });
        return json({ data });
      },
    ],
    [
      `DELETE ${customsPath}`,
      ({ query }) => {
        const ids = listOf(query, 'product_id:in');
        if (!ids) throw invalid('v3', { 'product_id:in': 'product_id:in is required.' });
        for (const row of customs.all.filter(({ product_id: id }) => ids.includes(String(id)))) customs.remove(row);
        return empty();
      },
    ],
    [`GET ${sortPath}`, ({ params, query }) => v3List(rowsOf(params.id), query, row => row)],
    [
      `PUT ${sortPath}`,
      async ({ params, request }) => {
        const known = rowsOf(params.id);
        const bodies = await listOfObjects('v3', request, 1000);
        const rows = bodies.map(body => acceptedValues('v3', sortFields, body, true));
        refuseStrangers(rows, id => known.some(row => row.product_id === id));
        for (const row of rows) orders.set(`${params.id}:${row.product_id}`, Number(row.sort_order));
        return json(rows);
      },
    ],
  ];
}
