import { isLoose, type Salvage, text } from '@cartograph/connector-kit';
import type { FailedRecord } from '@cartograph/core';
import { type ByIdsOptions, rowsByIds } from '../client/by-ids.js';
import type { IconicClient } from '../client.js';
import { unlessForbidden } from '../errors.js';
import type { Product, Stock } from '../records/product.js';
import type { IconicReader } from './reader.js';

interface SetDetails {
  readonly setId: string;
  readonly products: readonly Product[];
  /** Null where the account may not read it. */
  readonly stock: readonly Stock[] | null;
}

/** What the details are asked by; a row without an id is passed on as it is and set aside later. */
const idsOf = (rows: readonly unknown[], key: string): string[] => [
  ...new Set(rows.flatMap(row => (isLoose(row) ? (text(row[key]) ?? []) : []))),
];

const byId = <Row>(rows: readonly Row[] | null, key: (row: Row) => unknown): Map<string, Row> =>
  new Map((rows ?? []).map(row => [String(key(row)), row]));

/** No product set has this id: asked for, it costs nothing and shows that the list is served. */
export const noSet = '0';

/** The products and the stock of a set: two calls, made once however often a set is asked for while others fail. */
function createSetDetails({ productSets }: IconicClient) {
  const known = new Map<string, SetDetails>();
  return async (setId: string): Promise<SetDetails> => {
    const before = known.get(setId);
    if (before) return before;
    const [products, stock] = await Promise.all([
      productSets.products.list(setId),
      unlessForbidden(productSets.stock.list(setId)),
    ]);
    const details = { setId, products, stock };
    known.set(setId, details);
    return details;
  };
}

/** Bodies of product sets, with those left out of which some part cannot be served. */
export type ReadDetails = (rows: readonly unknown[]) => Promise<Salvage<unknown>>;

/** Two calls a set and three a page; what the account may not read is null. */
export function createDetails({ client, readBrands }: IconicReader): ReadDetails {
  const { productSets } = client;
  const control = () => productSets.list({ productSetIds: [noSet], limit: 1 });
  return async rows => {
    const setIds = idsOf(rows, 'id');
    if (setIds.length === 0) return { items: rows, failed: [] };
    const detailsOf = createSetDetails(client);
    const ofSets = <Row>(read: ByIdsOptions<Row>['read']) => rowsByIds(setIds, { read, control });
    const [prices, images, brands, details] = await Promise.all([
      unlessForbidden(ofSets(ids => productSets.prices.bySets(ids))),
      unlessForbidden(ofSets(ids => productSets.images.bySets(ids))),
      readBrands(idsOf(rows, 'brandId')),
      ofSets(ids => Promise.all(ids.map(detailsOf))),
    ]);
    const failed = new Map<string, FailedRecord>(
      [prices, images, details].flatMap(part => (part?.failed ?? []).map(one => [one.id, one] as const)),
    );
    const pricesOf = byId(prices?.items ?? null, row => row.productSetId);
    const imagesOf = byId(images?.items ?? null, row => row.productSetId);
    const partsOf = byId(details.items, row => row.setId);
    const bodies = rows.flatMap(productSet => {
      const [setId = ''] = idsOf([productSet], 'id');
      const [brandId = ''] = idsOf([productSet], 'brandId');
      if (failed.has(setId)) return [];
      const { products, stock } = partsOf.get(setId) ?? { products: [], stock: null };
      return {
        productSet,
        products,
        stock,
        prices: prices && (pricesOf.get(setId)?.items ?? []),
        images: images && (imagesOf.get(setId)?.images ?? []),
        brand: brands.get(brandId) ?? null,
      };
    });
    return { items: bodies, failed: [...failed.values()] };
  };
}
