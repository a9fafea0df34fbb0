import { createRandom, type Random } from '../../random.js';
import type { Shop } from '../shop/shop.js';

const moments = 40;

/** Something happens before each of the next requests for lists: the shop lives on, and loses a customer or a product. */
export function createEdits(shop: Shop, live: () => void, disturbed: () => void) {
  const random = createRandom(shop.seed, 4711);
  let left = moments;
  return {
    /** After what happened by itself, it goes on while it is looked at. */
    refill(): void {
      left = moments;
    },
    beforeList(): void {
      if (left === 0) return;
      left -= 1;
      disturbed();
      live();
      if (random.chance(0.2)) shop.customers.splice(random.int(0, shop.customers.length - 1), 1);
      if (random.chance(0.2)) removeProduct(shop, random);
      shop.touch();
    },
  };
}

/** One that is sold on its own, with its stock. */
function removeProduct(shop: Shop, random: Random): void {
  const product = random.pick(shop.products.filter(({ type, visibility }) => type === 'simple' && visibility !== 1));
  shop.products.splice(shop.products.indexOf(product), 1);
  const kept = shop.sourceItems.filter(({ sku }) => sku !== product.sku);
  shop.sourceItems.splice(0, shop.sourceItems.length, ...kept);
}

/** Products, customers and a third of the orders get the same time. */
export function editInBulk(shop: Shop): void {
  const at = shop.clock.move(1000);
  for (const list of [shop.customers, shop.products] as { readonly updatedAt: number }[][])
    for (const [index, row] of list.entries()) list[index] = { ...row, updatedAt: at };
  for (const { id } of shop.ledger.summaries().filter(({ id: number }) => number % 3 === 0)) {
    const sale = shop.ledger.sale(id);
    if (!sale) continue;
    sale.updatedAt = at;
    shop.ledger.keep(sale);
  }
  shop.touch();
}
