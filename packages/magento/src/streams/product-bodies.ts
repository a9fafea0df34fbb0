import type { Raw } from '../client/api.js';
import type { MagentoClient } from '../client.js';
import type { ProductRecord } from '../native/product.js';
import { readAmong } from './among.js';
import { childIds, idOf } from './family.js';
import type { Made } from './feed.js';
import { type StockReader, skuOf } from './stock.js';

export type Product = Raw<ProductRecord>;

/** Products each with its variants and the stock of all: a request for the variants of a page, and one for the stock. */
export async function productBodies(
  client: MagentoClient,
  readStock: StockReader,
  products: readonly Product[],
): Promise<readonly Made[]> {
  const { items, failed } = await productsOf(client, products.flatMap(childIds));
  const children = new Map(items.map(child => [idOf(child), child]));
  const unserved = new Map(failed.map(({ id, reason }) => [id, reason]));
  const stock = await readStock([...products, ...children.values()].filter(hasStock).map(skuOf));
  return products.map((product): Made => {
    const ids = childIds(product);
    const below = ids.flatMap(id => children.get(id) ?? []);
    const skus = [product, ...below].map(skuOf);
    const lost = ids.find(id => unserved.has(id));
    if (lost !== undefined) return { reason: `its variant ${lost}: ${unserved.get(lost)}` };
    const reason = stock.failure(skus);
    return reason === null
      ? { body: { product, children: below, ...stock.of(skus) } }
      : { reason: `its stock: ${reason}` };
  });
}

export const productsOf = (client: MagentoClient, ids: readonly string[]) =>
  readAmong(client.products, { field: 'entity_id', values: ids });

const composites = ['configurable', 'bundle', 'grouped'];
const hasStock = (product: Product): boolean => !composites.includes(String(product.type_id));
