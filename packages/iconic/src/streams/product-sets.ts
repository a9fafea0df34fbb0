import { id, isLoose } from '@cartograph/connector-kit';
import type { IdPage } from '@cartograph/core';
import { foundAmong, pagesOf, rowsByIds } from '../client/by-ids.js';
import { salvagedPages } from '../client/salvaged-pages.js';
import type { ProductSetFilters } from '../input/products.js';
import { isConsigned } from '../mapping/inventory.js';
import { toVentureLocation } from '../mapping/location.js';
import { toProduct } from '../mapping/product.js';
import { type NativeProductSetBody, nativeProductSetBodySchema } from '../native/product-set.js';
import type { IconicShop } from '../shop.js';
import { createDetails, noSet } from './product-details.js';
import type { IconicReader } from './reader.js';
import { fieldOf } from './unchecked.js';
import { timeOf } from './window.js';

/** Sets by their ids, at most a hundred a call. */
const listed = ({ client: { productSets } }: IconicReader, filters: ProductSetFilters = {}) => ({
  read: (productSetIds: readonly string[]) =>
    pagesOf(productSetIds, (limit, offset) => productSets.list({ ...filters, productSetIds, limit, offset })),
  control: () => productSets.list({ productSetIds: [noSet], limit: 1 }),
});

/** The ids of all sets that have products, in one call that does not need the sets. */
async function idsByProducts({ client }: IconicReader): Promise<string[]> {
  const seller = await client.seller.get();
  const products = await client.products.list({ sellerId: id(seller.id) });
  return products.flatMap(product => fieldOf(product, 'productSetId') ?? []);
}

/** The list of sets by creation: without an end it only ever grows there; by update, sets would leave the window. */
export function pagesOfSets(reader: IconicReader, filters: ProductSetFilters, resume: string | null) {
  const sorted = { ...filters, orderBy: 'createdAt', orderDirection: 'ASC' } as const;
  return salvagedPages<unknown>({
    list: (limit, offset) => reader.client.productSets.list({ ...sorted, limit, offset }),
    ids: () => idsByProducts(reader),
    ...listed(reader, filters),
    resume,
  });
}

const setOf = (body: unknown) => (isLoose(body) && isLoose(body.productSet) ? body.productSet : {});

/** What the list does not have is gone. */
export async function findSets(reader: IconicReader, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const sets = await rowsByIds(ids, listed(reader));
  const bodies = await createDetails(reader)(sets.items);
  const failed = [...sets.failed, ...bodies.failed];
  return foundAmong(ids, { items: bodies.items, failed }, body => fieldOf(setOf(body), 'id'));
}

/** A hundred a call; nothing shorter has them in pages. */
export async function* setIds(reader: IconicReader, resume: string | null): AsyncGenerator<IdPage> {
  for await (const { rows, failed, next } of pagesOfSets(reader, {}, resume))
    yield { ids: [...rows.flatMap(row => fieldOf(row, 'id') ?? []), ...failed.map(({ id }) => id)], next };
}

/** A product set with all that the platform spreads over several calls. */
export const productSets = {
  yields: ['products', 'locations'],
  lagMs: 10 * 60_000,
  native: nativeProductSetBodySchema,
  identify: (body: Readonly<Record<string, unknown>>, reader: IconicReader | null) => ({
    id: id(setOf(body).id),
    modifiedAt: timeOf(setOf(body), 'updatedAt', reader),
  }),
  wrap: (item: unknown) =>
    isLoose(item) && 'productSet' in item
      ? item
      : { productSet: item, products: [], prices: null, stock: null, images: null, brand: null },
  find: findSets,
  normalize: (body: NativeProductSetBody, shop: IconicShop) => [
    { resource: 'products', record: toProduct(body, shop) } as const,
    ...((body.stock ?? []).some(isConsigned)
      ? [{ resource: 'locations', record: toVentureLocation(undefined, shop) } as const]
      : []),
  ],
} as const;
