import type { Fetch } from '../../quirks/quirk.js';
import { createRandom } from '../../random.js';
import { toSecond } from '../shop/clock.js';
import type { Shop } from '../shop/shop.js';

/** By its number, by a cursor, or above an id without an upper bound. */
const isFurtherPage = (request: Request): boolean => {
  const { searchParams: query } = new URL(request.url);
  const above = Math.max(Number(query.get('min_id')) - 1, Number(query.get('id:greater')));
  return Number(query.get('page')) > 1 || query.has('after') || (above > 0 && !query.has('max_id'));
};

/** Between two pages the shop lives on, and what it had loses a few. */
export function withEdits(next: Fetch, shop: Shop, live: () => void, disturbed: () => void): Fetch {
  const random = createRandom(shop.seed, 4_711);
  return request => {
    if (!isFurtherPage(request)) return next(request);
    disturbed();
    live();
    const { catalog, customers, orders, clock } = shop;
    if (catalog.listed.length > 1 && random.chance(0.5)) catalog.remove(random.pick(catalog.listed));
    if (customers.entries.length > 1 && random.chance(0.5)) customers.remove(random.pick(customers.entries));
    const at = toSecond(clock.now());
    for (let edits = 0; edits < 3; edits++) orders.happen(random.pick(orders.entries), { type: 'edit', at });
    customers.edit(random.pick(customers.entries), at);
    random.pick(catalog.listed).live.modifiedAt = at;
    return next(request);
  };
}

/** Everything is touched within one second. */
export function editInBulk({ orders, customers, catalog, clock }: Shop): void {
  const at = toSecond(clock.now());
  for (const entry of orders.entries) orders.happen(entry, { type: 'edit', at });
  for (const entry of customers.entries) customers.edit(entry, at);
  for (const product of catalog.listed) product.live.modifiedAt = at;
}
