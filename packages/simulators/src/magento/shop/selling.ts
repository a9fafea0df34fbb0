import type { Money } from '../../money.js';
import type { Random } from '../../random.js';
import { historyStart } from '../clock.js';
import type { Catalog } from './catalog.js';
import type { Product } from './product.js';
import { websites } from './stores.js';

/** What one website has on its shelves: the products that a shopper can put in a cart there. */
export interface Shelf {
  pick(random: Random): Product;
  readonly gone: readonly Product[];
  readonly free: Product | undefined;
}

function createShelf(catalog: Catalog, websiteId: number): Shelf {
  const visible = catalog.products.filter(
    product => product.visibility === 4 && product.isEnabled && product.websiteIds.includes(websiteId),
  );
  const live = visible.filter(product => !product.isDeleted && product.prices[websiteId] !== 0);
  const byType = new Map<string, Product[]>();
  for (const product of live) byType.set(product.type, [...(byType.get(product.type) ?? []), product]);
  const types = [
    ['configurable', 50],
    ['simple', 34],
    ['bundle', 6],
    ['grouped', 3],
    ['virtual', 3],
    ['downloadable', 3],
    ['giftcard', 2],
  ] as const;
  const offered = types.filter(([type]) => byType.has(type));
  return {
    pick: random => random.pick(byType.get(random.weighted(offered)) ?? live),
    gone: visible.filter(product => product.isDeleted),
    free: visible.find(product => product.prices[websiteId] === 0),
  };
}

/** The shelves of all websites, by website id. */
export function createShelves(catalog: Catalog): (websiteId: number) => Shelf {
  const shelves = new Map(websites.map(({ id }) => [id, createShelf(catalog, id)]));
  return websiteId => shelves.get(websiteId) ?? createShelf(catalog, websiteId);
}

/** The price that a shopper sees on a day: the special one within its dates. */
export function priceAt(
  product: Product,
  websiteId: number,
  at: number,
): { readonly price: Money; readonly regular: Money } {
  const regular = product.prices[websiteId] ?? 0;
  const special = product.special;
  if (!special || at < Math.max(historyStart, Date.parse(`${special.from.replace(' ', 'T')}Z`)))
    return { price: regular, regular };
  if (special.to && at > Date.parse(`${special.to.replace(' ', 'T')}Z`)) return { price: regular, regular };
  return { price: special.prices[websiteId] ?? regular, regular };
}
