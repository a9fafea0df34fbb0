import { type Call, empty, json, type Route } from '../../../http.js';
import { eachOf, problemOf, tallyOf } from '../../records/batch.js';
import { listOfObjects, objectOf } from '../../records/body.js';
import { notFound, Refusal, refuse } from '../../refusal.js';
import type { Product } from '../../shop/product.js';
import type { Api } from '../api.js';
import type { ProductWriter } from './product-writer.js';
import { productFilters, productIn, renderProduct } from './products.js';

/** So many products may be changed, and deleted, by one request. */
const changedAtOnce = 10;
const deletedAtOnce = 250;

/** Filters that only say which page of the rows is meant. */
const paging = ['page', 'limit', 'sort', 'direction', 'include', 'include_fields', 'exclude_fields'];

export function productWriteRoutes(base: string, api: Api, writer: ProductWriter): Route[] {
  const { catalog, clock } = api.shop;
  const path = `${base}/v3/catalog/products`;
  const answer = (call: Call, product: Product) => json({ data: renderProduct(api, call.query)(product), meta: {} });

  const changeMany = async (call: Call): Promise<Response> => {
    const bodies = await listOfObjects('v3', call.request, changedAtOnce);
    const outcome = eachOf(bodies, body => {
      const product = catalog.find(Number(body.id));
      if (!product) throw notFound('v3');
      return renderProduct(api, call.query)(writer.update(product, body));
    });
    if (outcome.refused.length === 0) return json({ data: outcome.done, meta: {} });
    const errors = problemOf(outcome);
    if (outcome.done.length === 0) throw new Refusal(errors.status, errors);
    return json({ data: outcome.done, errors, meta: tallyOf(outcome) }, 207);
  };

  const removeMany = ({ query }: Call): Response => {
    if ([...query.keys()].every(name => paging.includes(name)))
      throw refuse('v3', 422, 'A filter is required to delete products.');
    const rows = productFilters(query, catalog.listed, clock.now());
    for (const product of rows.slice(0, deletedAtOnce)) writer.remove(product);
    return empty();
  };

  return [
    [`POST ${path}`, async call => answer(call, writer.create(await objectOf('v3', call.request)))],
    [`PUT ${path}`, changeMany],
    [`DELETE ${path}`, removeMany],
    [
      `PUT ${path}/:id`,
      async call => {
        productIn(api, call);
        const body = await objectOf('v3', call.request);
        return answer(call, writer.update(productIn(api, call), body));
      },
    ],
    [
      `DELETE ${path}/:id`,
      call => {
        writer.remove(productIn(api, call));
        return empty();
      },
    ],
  ];
}
