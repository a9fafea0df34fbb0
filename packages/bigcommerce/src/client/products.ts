import type { RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import { productChanges, productCondition, productFilter, productInput, productShape } from '../input/product.js';
import { productSchema } from '../records/product.js';
import type { Api } from './api.js';
import { readByIds } from './by-ids.js';
import { byId } from './keyset.js';
import { allMetafields, metafieldsOf } from './metafields.js';
import { isShort, itemsOfPages, pageLimit } from './pages.js';
import { at, type Id } from './path.js';
import { createProductAssignments } from './product-assignments.js';
import { createProductOptions } from './product-options.js';
import { createProductParts } from './product-parts.js';
import { deletesMany, updatesMany } from './resource/batches.js';
import { getsShaped, lists } from './resource/reading.js';
import { source } from './resource/source.js';
import { creates, deletes, deletesAll, updates } from './resource/writing.js';
import { createVariantsOf } from './variants.js';

export type ProductQuery = z.input<typeof productFilter.page>;
/** What to iterate: in the order of ids, whatever else is asked for. */
export type ProductFilter = Omit<z.input<typeof productFilter.all>, 'sort' | 'direction'>;

export function createProducts(api: Api) {
  const products = source(api, 'products', () => '/v3/catalog/products', productSchema);
  const { list } = lists(products, productFilter);

  const pages = (query: ProductFilter = {}, after = query['id:greater'] ?? 0, call?: RequestOptions) =>
    byId(async (last, to) => {
      const range = { ...(last > 0 && { 'id:greater': last }), ...(to !== undefined && { 'id:max': to }) };
      const { items, perPage, total } = await list(
        { ...query, ...range, sort: 'id', direction: 'asc', limit: pageLimit },
        to === undefined ? call : { ...call, retries: 1 },
      );
      return { items, isLast: isShort(items, perPage), total: last === 0 ? total : null };
    }, after);

  return {
    list,
    /** Ascending by id, each page above the ids of the one before. `after` goes on from an earlier page. */
    pages,
    iterate: (query: ProductFilter = {}, call?: RequestOptions) => itemsOfPages(pages(query, undefined, call)),
    byIds: (ids: readonly number[], shape: z.input<typeof productShape> = {}, call?: RequestOptions) =>
      readByIds(ids, (part, page) => list({ ...shape, 'id:in': part, page, limit: pageLimit }, call)),
    ...getsShaped(products, productShape),
    ...creates(products, productInput),
    ...updates(products, productChanges),
    updateMany: updatesMany(products, productChanges, 10).updateMany,
    ...deletes(products),
    deleteMany: deletesMany(products).deleteMany,
    ...deletesAll(products, productCondition),
    ...createProductParts(api),
    ...createProductOptions(api),
    ...createProductAssignments(api),
    variants: createVariantsOf(api),
    metafields: metafieldsOf(api, 'products', (productId: Id) => at`/v3/catalog/products/${productId}/metafields`),
    allMetafields: allMetafields(api, 'products', '/v3/catalog/products/metafields'),
  };
}
