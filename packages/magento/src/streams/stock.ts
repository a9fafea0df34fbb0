import { isLoose, text } from '@cartograph/connector-kit';
import type { Raw } from '../client/api.js';
import type { MagentoClient } from '../client.js';
import { optional } from '../errors.js';
import { groupBy } from '../mapping/group-by.js';
import type { SourceItem, StockItem } from '../native/product.js';
import { readAmong } from './among.js';

/** What is in stock of one product, from whichever inventory the shop has; null of the other one. */
interface Stock {
  readonly sourceItems: readonly Raw<SourceItem>[] | null;
  readonly stockItems: readonly Raw<StockItem>[] | null;
}

/** What was found for some SKUs. */
export interface StockBook {
  of(skus: readonly string[]): Stock;
  /** Why the stock of one of them could not be served; null where it was. */
  failure(skus: readonly string[]): string | null;
}

/** Asks for the stock of some SKUs. */
export type StockReader = (skus: readonly string[]) => Promise<StockBook>;

/** Of source items: they are small. */
const pageSize = 1000;

export const skuOf = (product: unknown): string =>
  isLoose(product) && typeof product.sku === 'string' ? product.sku : '';

/** Source items, by one request for many SKUs; in shops without multi-source inventory one request a SKU. */
export function createStockReader(client: MagentoClient): StockReader {
  let hasSources = true;
  return async skus => {
    const found = hasSources
      ? await optional(readAmong(client.inventory.sourceItems, { field: 'sku', values: skus, pageSize }))
      : null;
    if (found !== null) {
      const items = groupBy(found.items.toSorted(bySource), item => keyOf(text(item.sku) ?? ''));
      const failed = new Map(found.failed.map(({ id, reason }) => [keyOf(id), reason]));
      return {
        of: wanted => ({ sourceItems: pick(items, wanted), stockItems: null }),
        failure: wanted => wanted.map(sku => failed.get(keyOf(sku))).find(reason => reason !== undefined) ?? null,
      };
    }
    hasSources = false;
    const stock = await readStockItems(client, skus);
    return { of: wanted => ({ sourceItems: null, stockItems: pick(stock, wanted) }), failure: () => null };
  };
}

/** The order in which shops list them is none to rely on. */
const bySource = (one: Raw<SourceItem>, other: Raw<SourceItem>): number =>
  String(one.source_code) < String(other.source_code) ? -1 : 1;

/** SKUs are the same whatever their case. */
const keyOf = (sku: string): string => sku.toLowerCase();

const pick = <Item>(items: ReadonlyMap<string, readonly Item[]>, skus: readonly string[]): Item[] =>
  skus.flatMap(sku => items.get(keyOf(sku)) ?? []);

/** A SKU with a slash cannot stand in a path. */
async function readStockItems(client: MagentoClient, skus: readonly string[]): Promise<Map<string, Raw<StockItem>[]>> {
  const readable = skus.filter(sku => sku !== '' && !sku.includes('/'));
  const stock = await Promise.all(readable.map(sku => optional(client.stockItems.get(sku))));
  return new Map(readable.flatMap((sku, index) => (stock[index] ? [[keyOf(sku), [stock[index]]] as const] : [])));
}
