import type { Fetch } from '../../quirks/quirk.js';
import { correctAddress, editProduct } from '../shop/happenings.js';
import type { Shop } from '../shop/shop.js';

const isFurtherPage = (request: Request): boolean => Number(new URL(request.url).searchParams.get('offset') ?? 0) > 0;

/** Between two pages of a list the shop lives on. */
export const withEdits =
  (next: Fetch, live: () => void): Fetch =>
  request => {
    if (isFurtherPage(request)) live();
    return next(request);
  };

const toSecond = (at: number): number => Math.floor(at / 1000) * 1000;

/** Everything is touched within one second. */
export function editInBulk(shop: Shop, now: number): void {
  const at = toSecond(now);
  for (const order of shop.orders) {
    order.updatedAt = at;
    for (const item of order.items) item.updatedAt = at;
  }
  for (const set of shop.catalog.sets) set.updatedAt = at;
  shop.time = Math.max(shop.time, at);
  shop.version += 1;
}

/** A product and an address, of which nothing tells that they changed. */
export function editInSilence(shop: Shop, number: number, now: number): void {
  const random = shop.seeded('happening', -1_000_000 - number);
  editProduct(random, shop, toSecond(now));
  correctAddress(random, shop, toSecond(now));
  shop.version += 1;
}
