import { type BodyPage, isLoose, stream, text } from '@cartograph/connector-kit';
import type { NativeRecord, ReadQuery } from '@cartograph/core';
import type { MagentoClient } from '../client.js';
import { optional } from '../errors.js';
import { whereAllowed } from './allowed.js';
import { withFailed } from './feed.js';
import { findProducts, productRecords } from './products.js';

const hourMs = 60 * 60_000;

/**
 * Products whose stock is another than the one stored: source items have no time, and move none. All of them are listed, a
 * thousand a request, and only products that differ are read again. In shops without multi-source inventory there is no
 * such list.
 */
export const stock = stream({
  ...productRecords,
  incremental: 'none',
  everyMs: hourMs,
  feeds: 'products',
  ...whereAllowed({ read: readChangedStock, find: findProducts }),
});

const itemsOnAPage = 1000;
const productsOnAPage = 100;
/** Whoever goes on begins anew: what was stored in the meantime differs no more. */
const again = 'again';

async function* readChangedStock(client: MagentoClient, { stored }: ReadQuery): AsyncGenerator<BodyPage> {
  const known = stored ? await readShelves(stored('products')) : new Map();
  const changed = known.size > 0 ? ((await optional(changedProducts(client, known))) ?? []) : [];
  for (let start = 0; start < changed.length; start += productsOnAPage) {
    const ids = changed.slice(start, start + productsOnAPage);
    const found = await findProducts(client, ids);
    const isLast = start + productsOnAPage >= changed.length;
    yield {
      bodies: [...found.values()].filter(body => body !== null),
      next: isLast ? null : again,
      ...withFailed(ids.filter(id => !found.has(id)).map(id => ({ id, reason: 'the shop cannot serve it' }))),
    };
  }
}

/** What a stored product says of the stock of one SKU. */
interface Shelf {
  readonly productId: string;
  readonly stock: string;
}

/** By SKU; a variant may stand below several products. */
type Shelves = ReadonlyMap<string, readonly Shelf[]>;

async function readShelves(records: AsyncIterable<NativeRecord>): Promise<Shelves> {
  const shelves = new Map<string, Shelf[]>();
  for await (const { id, body } of records) {
    if (!isLoose(body) || !Array.isArray(body.sourceItems)) continue;
    const stocks = new Map<string, string[]>();
    for (const product of [body.product, ...(Array.isArray(body.children) ? body.children : [])])
      if (isLoose(product)) stocks.set(skuOf(product), []);
    for (const item of body.sourceItems) stocks.get(skuOf(item))?.push(stockOf(item));
    for (const [sku, items] of stocks) {
      const shelf = { productId: id, stock: items.sort().join() };
      shelves.set(sku, [...(shelves.get(sku) ?? []), shelf]);
    }
  }
  return shelves;
}

async function changedProducts(client: MagentoClient, shelves: Shelves): Promise<string[]> {
  const listed = new Map<string, string[]>();
  for await (const item of client.inventory.sourceItems.iterate({ pageSize: itemsOnAPage })) {
    const items = listed.get(skuOf(item));
    if (items) items.push(stockOf(item));
    else listed.set(skuOf(item), [stockOf(item)]);
  }
  const changed = new Set<string>();
  for (const [sku, known] of shelves) {
    const now = (listed.get(sku) ?? []).sort().join();
    for (const { productId, stock } of known) if (stock !== now) changed.add(productId);
  }
  return [...changed];
}

/** SKUs are the same whatever their case. */
const skuOf = (value: unknown): string => (isLoose(value) ? (text(value.sku) ?? '').toLowerCase() : '');

const stockOf = (item: unknown): string =>
  isLoose(item) ? `${String(item.source_code)}=${String(item.quantity)}` : '';
