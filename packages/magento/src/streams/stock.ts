import { isLoose, text } from '@cartograph/connector-kit';
import type { Raw } from '../client/listing.js';
import type { MagentoClient } from '../client.js';
import { optional } from '../errors.js';
import type { SourceItem, StockItem } from '../native/product.js';

/** What is in stock of one product, from whichever inventory the shop has; null of the other one. */
interface Stock {
  readonly sourceItems: readonly Raw<SourceItem>[] | null;
  readonly stockItems: readonly Raw<StockItem>[] | null;
}

/** Asks for the stock of some SKUs, and gives it by SKU. */
export type StockReader = (skus: readonly string[]) => Promise<(skus: readonly string[]) => Stock>;

/** Characters of SKUs in one address: servers refuse addresses much beyond 8,000. */
const mostCharacters = 4000;
/** Of source items: they are small. */
const pageSize = 1000;

export const skuOf = (product: unknown): string =>
  isLoose(product) && typeof product.sku === 'string' ? product.sku : '';

/** Source items, by one request for many SKUs; in shops without multi-source inventory one request a SKU. */
export function createStockReader(client: MagentoClient): StockReader {
  let hasSources = true;
  return async skus => {
    const items = hasSources ? await optional(readSourceItems(client, skus)) : null;
    if (items !== null) return wanted => ({ sourceItems: pick(items, wanted), stockItems: null });
    hasSources = false;
    const stock = await readStockItems(client, skus);
    return wanted => ({ sourceItems: null, stockItems: pick(stock, wanted) });
  };
}

/** SKUs are the same whatever their case. */
const keyOf = (sku: string): string => sku.toLowerCase();

const pick = <Item>(items: ReadonlyMap<string, readonly Item[]>, skus: readonly string[]): Item[] =>
  skus.flatMap(sku => items.get(keyOf(sku)) ?? []);

async function readSourceItems(
  client: MagentoClient,
  skus: readonly string[],
): Promise<Map<string, Raw<SourceItem>[]>> {
  const found = new Map<string, Raw<SourceItem>[]>();
  const readChunk = async (value: string) => {
    const filters = [[{ field: 'sku', condition: 'in' as const, value }]];
    for await (const item of client.inventory.sourceItems.iterate({ filters, pageSize })) {
      const key = keyOf(text(item.sku) ?? '');
      found.set(key, [...(found.get(key) ?? []), item]);
    }
  };
  await Promise.all(chunks(skus).map(readChunk));
  return found;
}

/** A list is joined by commas, so a SKU that holds one cannot be asked for. */
function chunks(skus: readonly string[]): string[] {
  const joined: string[] = [];
  for (const sku of skus.filter(name => name !== '' && !name.includes(','))) {
    const last = joined.at(-1);
    if (last !== undefined && last.length + sku.length < mostCharacters) joined[joined.length - 1] = `${last},${sku}`;
    else joined.push(sku);
  }
  return joined;
}

/** A SKU with a slash cannot stand in a path. */
async function readStockItems(client: MagentoClient, skus: readonly string[]): Promise<Map<string, Raw<StockItem>[]>> {
  const readable = skus.filter(sku => sku !== '' && !sku.includes('/'));
  const stock = await Promise.all(readable.map(sku => optional(client.stockItems.get(sku))));
  return new Map(readable.flatMap((sku, index) => (stock[index] ? [[keyOf(sku), [stock[index]]] as const] : [])));
}
