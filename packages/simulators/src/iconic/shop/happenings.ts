import { roundTo } from '../../money.js';
import type { Random } from '../../random.js';
import { createOrder } from './create-order.js';
import { enter } from './enter.js';
import { type ItemRecord, type OrderRecord, statusOf } from './order.js';
import { type FailureReason, reasonNamed, reasonsFor } from './reasons.js';
import type { Shop } from './shop.js';
import { touch } from './touch.js';

type Happening =
  | 'order'
  | 'payment'
  | 'packing'
  | 'dispatch'
  | 'delivery'
  | 'return'
  | 'cancellation'
  | 'address'
  | 'product';

const happenings: readonly (readonly [Happening, number])[] = [
  ['order', 30],
  ['payment', 8],
  ['packing', 12],
  ['dispatch', 12],
  ['delivery', 10],
  ['return', 17],
  ['cancellation', 5],
  ['address', 2],
  ['product', 4],
];

/** Looks at up to sixty of the latest orders for one with units in `status`. */
function findUnits(
  random: Random,
  shop: Shop,
  status: string,
): { order: OrderRecord; items: ItemRecord[] } | undefined {
  const reach = Math.min(shop.orders.length, status === 'delivered' ? 2000 : 400);
  for (let attempt = 0; attempt < 60 && reach > 0; attempt += 1) {
    const order = shop.orders[shop.orders.length - 1 - random.int(0, reach - 1)];
    const items = order?.items.filter(item => statusOf(item) === status) ?? [];
    if (order && items.length > 0) return { order, items };
  }
  return undefined;
}

/** Moves all units of some order from one status to the next; false when there are none. */
function advanceUnits(random: Random, shop: Shop, from: string, to: string, at: number, editor: string): boolean {
  const units = findUnits(random, shop, from);
  if (units) enter(shop, units.order, units.items, to, at, editor);
  return units !== undefined;
}

/** Ends all, or only the first, of some order's units in `from`. */
function endUnits(random: Random, shop: Shop, from: string, to: string, at: number, reason: FailureReason): boolean {
  const units = findUnits(random, shop, from);
  if (!units) return false;
  const ending = random.chance(0.5) ? units.items : units.items.slice(0, 1);
  for (const item of ending) item.failure = reason;
  enter(shop, units.order, ending, to, at, 'seller');
  return true;
}

/** A corrected address is sent again with all units of its order, except in a shop that is silent on it. */
export function correctAddress(random: Random, shop: Shop, at: number): boolean {
  const units = findUnits(random, shop, 'pending');
  if (!units) return false;
  units.order.correctedStreet = `${random.int(241, 400)} Corrected Avenue`;
  units.order.addressUpdatedAt = at;
  units.order.updatedAt = at;
  if (!shop.silent) for (const item of units.order.items) item.updatedAt = at;
  return true;
}

/** A new name, price, stock or status; the product set shows it as updated, except in a shop that is silent on it. */
export function editProduct(random: Random, shop: Shop, at: number): boolean {
  const set = random.pick(shop.catalog.sets);
  const variant = random.pick(set.variants);
  const change = random.pick(['name', 'price', 'stock', 'status'] as const);
  if (change === 'name') set.name = `${set.name.replace(/ \(.*\)$/, '')} (edition ${random.int(2, 99)})`;
  if (change === 'price') for (const price of variant.prices) price.price = roundTo((price.price ?? 0) * 1.05, 2);
  if (change === 'stock') for (const warehouse of variant.stock.keys()) variant.stock.set(warehouse, random.int(0, 60));
  if (change === 'status' && variant.status !== 'deleted') {
    variant.status = variant.status === 'active' ? 'inactive' : 'active';
  }
  touch(shop, set, [variant], at);
  shop.tell('onProductUpdated', { SellerSkus: [variant.sellerSku] });
  return true;
}

function happen(kind: Happening, random: Random, shop: Shop, at: number): boolean {
  switch (kind) {
    case 'payment':
      return advanceUnits(random, shop, 'payment_pending', 'pending', at, 'system');
    case 'packing':
      return advanceUnits(random, shop, 'pending', 'ready_to_ship', at, 'seller');
    case 'dispatch':
      return advanceUnits(random, shop, 'ready_to_ship', 'shipped', at, 'seller');
    case 'delivery':
      return advanceUnits(random, shop, 'shipped', 'delivered', at, 'carrier');
    case 'return':
      return endUnits(random, shop, 'delivered', 'returned', at, random.pick(reasonsFor('returned')));
    case 'cancellation':
      return endUnits(random, shop, 'pending', 'canceled', at, reasonNamed('Out of Stock'));
    case 'address':
      return correctAddress(random, shop, at);
    case 'product':
      return editProduct(random, shop, at);
    case 'order':
      return false;
  }
}

/** The shop's happening number `number`: when nothing fits what was drawn, a new order comes in. */
export function makeHappen(shop: Shop, number: number, at: number): void {
  const random = shop.seeded('happening', number);
  if (!happen(random.weighted(happenings), random, shop, at)) {
    const order = createOrder(shop.seeded, shop.catalog, shop.orders.length, at, at, shop.paidIn);
    shop.orders.push(order);
    shop.tell('onOrderCreated', { OrderId: order.id, OrderNr: order.number });
  }
  shop.time = at;
  shop.version += 1;
}
