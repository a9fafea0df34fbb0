import { toMoney } from '../../money.js';
import type { Random } from '../../random.js';
import { minute, toSecond } from './clock.js';
import type { OrderEvent, RefundStyle } from './events.js';
import type { OrderEntry, OrderRecord } from './order-book.js';
import { isRefundable } from './order-state.js';
import { refundItems } from './refund.js';
import { randomFor } from './salts.js';
import type { Shop } from './shop.js';

/** How many of the latest orders the merchant still works on. */
const workedOn = 400;

function pickOrder(random: Random, { orders }: Shop, fits: (record: OrderRecord) => boolean): OrderEntry | undefined {
  const from = Math.max(0, orders.entries.length - workedOn);
  for (let attempt = 0; attempt < 40; attempt++) {
    const entry = orders.entries[random.int(from, orders.entries.length - 1)];
    if (entry && !entry.archived && fits(orders.record(entry))) return entry;
  }
  return undefined;
}

/** A sale takes stock and moves the product, as the platform's own product events do. */
function sell({ order }: OrderRecord, shop: Shop, now: number): void {
  for (const line of order.lines) {
    const product = shop.catalog.find(line.productId) ?? shop.catalog.byId.get(line.productId);
    if (!product) continue;
    product.live.sold += line.quantity;
    if (!shop.silent) product.live.modifiedAt = now;
    const stock = product.variants.find(variant => variant.id === line.variantId)?.stock;
    stock?.set(1, Math.max(0, (stock.get(1) ?? 0) - (product.tracking === 'none' ? 0 : line.quantity)));
  }
}

function placeOrder(_random: Random, shop: Shop, now: number): boolean {
  sell(shop.orders.place(now), shop, now);
  shop.customers.grow();
  return true;
}

/** What the merchant would do next with an order, or nothing. */
function nextStep({ order, state }: OrderRecord, random: Random, at: number): OrderEvent | undefined {
  if (state.statusId === 1 || state.statusId === 7) {
    return random.chance(0.75) ? { type: 'pay', at } : { type: 'status', at, statusId: 5 };
  }
  if (state.statusId !== 11 && state.statusId !== 9 && state.statusId !== 3) return undefined;
  if (state.paymentStatus === 'authorized') return { type: 'capture', at };
  if (order.pickup) return { type: 'status', at, statusId: 8 };
  return order.addresses.length === 0
    ? { type: 'status', at, statusId: 10 }
    : { type: 'ship', at, all: random.chance(0.8) };
}

function workOn(random: Random, shop: Shop, now: number): boolean {
  const entry = pickOrder(random, shop, ({ state }) => [1, 3, 7, 9, 11].includes(state.statusId));
  const event = entry && nextStep(shop.orders.record(entry), random, now);
  if (!entry || !event) return false;
  shop.orders.happen(entry, event);
  if (event.type === 'pay') shop.orders.happen(entry, { type: 'status', at: now, statusId: 11 });
  return true;
}

function refundOrder(random: Random, shop: Shop, now: number): boolean {
  const style = random.pick<RefundStyle>(['units', 'line', 'shipping', 'everything', 'amount']);
  const pick = random.int(0, 9_999);
  const entry = pickOrder(random, shop, ({ order, state }) => {
    const nothing = { units: state.refundedUnits, charges: new Set<string>(), total: 0 };
    return isRefundable(state) && state.refunds.length === 0 && refundItems(order, style, pick, nothing).length > 0;
  });
  if (!entry) return false;
  shop.orders.happen(entry, { type: 'refund', at: now, style, pick });
  return true;
}

/** A paid order is called off: everything goes back. */
function cancelOrder(random: Random, shop: Shop, now: number): boolean {
  const entry = pickOrder(random, shop, ({ state }) => [9, 11].includes(state.statusId) && state.refunds.length === 0);
  if (!entry) return false;
  const { state } = shop.orders.record(entry);
  const back: OrderEvent = isRefundable(state)
    ? { type: 'refund', at: now, style: 'everything', pick: 0 }
    : { type: 'void', at: now };
  shop.orders.happen(entry, back);
  shop.orders.happen(entry, { type: 'status', at: now, statusId: 5 });
  return true;
}

function editProduct(random: Random, { catalog, silent, news }: Shop, now: number): boolean {
  const product = random.pick(catalog.listed);
  const { live } = product;
  const before = live.modifiedAt;
  live.modifiedAt = now;
  if (random.chance(0.5)) live.price += toMoney(random.int(1, 5));
  else if (random.chance(0.2)) live.visible = !live.visible;
  else if (product.tracking !== 'none') {
    random.pick(product.variants).stock.set(1, random.int(0, 80));
    if (silent) live.modifiedAt = before;
  }
  news.tell('product/updated', { type: 'product', id: product.id });
  return true;
}

function editCustomer(random: Random, { customers, silent, news }: Shop, now: number): boolean {
  const entry = random.pick(customers.entries);
  if (silent) entry.moves++;
  else customers.edit(entry, now);
  news.tell('customer/updated', { type: 'customer', id: entry.id });
  return true;
}

function archiveOrder(random: Random, shop: Shop, now: number): boolean {
  const entry = pickOrder(random, shop, () => true);
  if (!entry) return false;
  shop.orders.happen(entry, { type: 'archive', at: now });
  return true;
}

type Happening = (random: Random, shop: Shop, now: number) => boolean;

/** Happening `number` since the end of the history; the same for the same seed, however the calls are cut. */
export function happen(shop: Shop, number: number): void {
  const random = randomFor(shop.seed, 'advance', number);
  shop.clock.moveOn(random.int(2, 25) * minute + random.int(0, 59) * 1000);
  const happening = random.weighted<Happening>([
    [placeOrder, 40],
    [workOn, 28],
    [refundOrder, 12],
    [cancelOrder, 5],
    [editProduct, 7],
    [editCustomer, 7],
    [archiveOrder, 1],
  ]);
  const now = toSecond(shop.clock.now());
  if (!happening(random, shop, now)) placeOrder(random, shop, now);
}
