import { type BodyPage, id, isLoose, stream, text } from '@cartograph/connector-kit';
import type { ReadQuery } from '@cartograph/core';
import { joinedPages } from '../client/joined-pages.js';
import type { IconicClient } from '../client.js';
import { unlessForbidden } from '../errors.js';
import { isConsigned } from '../mapping/inventory.js';
import { toVentureLocation } from '../mapping/location.js';
import { toProduct } from '../mapping/product.js';
import { type NativeBrand, type NativeProductSetBody, nativeProductSetBodySchema } from '../native/product-set.js';
import type { IconicShop } from '../shop.js';
import type { IconicReader } from './reader.js';
import { dayOf, endsWithin, timeOf } from './window.js';

/** What the details are asked by; a row without an id is passed on as it is and set aside later. */
const idsOf = (rows: readonly unknown[], key: string): string[] => [
  ...new Set(rows.flatMap(row => (isLoose(row) ? (text(row[key]) ?? []) : []))),
];

const byId = <Row>(rows: readonly Row[] | null, key: (row: Row) => unknown): Map<string, Row> =>
  new Map((rows ?? []).map(row => [String(key(row)), row]));

/** Brands are the same for many sets and are asked for once. */
function createBrands(client: IconicClient) {
  const known = new Map<string, NativeBrand | null>();
  return async (brandIds: readonly string[]): Promise<ReadonlyMap<string, NativeBrand | null>> => {
    const wanted = brandIds.filter(brandId => !known.has(brandId));
    if (wanted.length === 0) return known;
    const page = await unlessForbidden(client.brands.list({ brandIds: wanted, includeInaccessible: true }));
    const found = byId(page?.items ?? null, brand => brand.id);
    for (const brandId of wanted) known.set(brandId, found.get(brandId) ?? null);
    return known;
  };
}

/** Two calls a set and three a page; what the account may not read is null. */
function createDetails({ productSets }: IconicClient, readBrands: ReturnType<typeof createBrands>) {
  const detailsOf = async (productSetId: string) => {
    const [products, stock] = await Promise.all([
      productSets.products.list(productSetId),
      unlessForbidden(productSets.stock.list(productSetId)),
    ]);
    return { products, stock };
  };
  return async (rows: readonly unknown[]): Promise<unknown[]> => {
    const setIds = idsOf(rows, 'id');
    if (setIds.length === 0) return [...rows];
    const [prices, images, brands, details] = await Promise.all([
      unlessForbidden(productSets.prices.list(setIds)).then(found => found && byId(found, row => row.productSetId)),
      unlessForbidden(productSets.images.list(setIds)).then(found => found && byId(found, row => row.productSetId)),
      readBrands(idsOf(rows, 'brandId')),
      Promise.all(setIds.map(async setId => [setId, await detailsOf(setId)] as const)).then(found => new Map(found)),
    ]);
    return rows.map(productSet => {
      const [setId = ''] = idsOf([productSet], 'id');
      const [brandId = ''] = idsOf([productSet], 'brandId');
      return {
        productSet,
        products: [],
        stock: null,
        ...details.get(setId),
        prices: prices && (prices.get(setId)?.items ?? []),
        images: images && (images.get(setId)?.images ?? []),
        brand: brands.get(brandId) ?? null,
      };
    });
  };
}

async function* read(reader: IconicReader, query: ReadQuery): AsyncGenerator<BodyPage> {
  const { client, config } = reader;
  const withDetails = createDetails(client, createBrands(client));
  // By creation and without an end, the list only ever grows at its end; by update, sets would leave the window.
  const filters = {
    ...(query.since === null ? {} : { updateDateStart: dayOf(query.since, config.timeZone) }),
    orderBy: 'createdAt',
    orderDirection: 'ASC',
  } as const;
  const pages = joinedPages((limit, offset) => client.productSets.list({ ...filters, limit, offset }), {
    resume: query.resume,
  });
  for await (const { rows, next, total } of pages) {
    const bodies = await withDetails(rows.filter(row => endsWithin(timeOf(row, 'updatedAt', reader), query)));
    yield { bodies, next, ...(total === null ? {} : { total }) };
  }
}

const setOf = (body: Readonly<Record<string, unknown>>) => (isLoose(body.productSet) ? body.productSet : {});

export const products = stream<IconicReader, IconicShop, NativeProductSetBody>({
  yields: ['products', 'locations'],
  incremental: 'modified',
  lagMs: 10 * 60_000,
  native: nativeProductSetBodySchema,
  identify: (body, reader) => ({ id: id(setOf(body).id), modifiedAt: timeOf(setOf(body), 'updatedAt', reader) }),
  wrap: item =>
    isLoose(item) && 'productSet' in item
      ? item
      : { productSet: item, products: [], prices: null, stock: null, images: null, brand: null },
  read,
  normalize: (body, shop) => [
    { resource: 'products', record: toProduct(body, shop) },
    ...((body.stock ?? []).some(isConsigned)
      ? [{ resource: 'locations', record: toVentureLocation(undefined, shop) } as const]
      : []),
  ],
});
