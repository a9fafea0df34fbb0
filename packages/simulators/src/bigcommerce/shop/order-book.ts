import type { Random } from '../../random.js';
import { historyEnd, historyStart, toSecond } from './clock.js';
import type { ApiEvent, OrderEvent } from './events.js';
import { newLife, pastLife } from './lifecycle.js';
import type { News } from './news.js';
import { createOrder, type OrderWorld, orderIdOf } from './order.js';
import type { Order } from './order-model.js';
import { remember, tellHappened, tellPlaced } from './order-news.js';
import { foldOrder, type LivingOrder, type OrderState } from './order-state.js';
import type { Refund } from './refund.js';
import { randomFor } from './salts.js';

/** What lists filter and sort by; the rest of an order is made anew when it is asked for. */
export interface OrderEntry {
  readonly number: number;
  readonly id: number;
  createdAt: number;
  customerId: number;
  channelId: number;
  totalInc: number;
  modifiedAt: number;
  statusId: number;
  archived: boolean;
}

export interface OrderRecord {
  readonly order: Order;
  readonly state: OrderState;
}

export interface RefundEntry {
  readonly id: number;
  readonly orderId: number;
  /** Which of its order's refunds it is. */
  readonly position: number;
  readonly at: number;
}

export interface OrderBook {
  /** By id, and so by creation. */
  readonly entries: readonly OrderEntry[];
  /** By id, and so by time. */
  readonly refunds: readonly RefundEntry[];
  /** Rises whenever an order is added or changed. */
  readonly version: number;
  entry(id: number): OrderEntry | undefined;
  record(entry: OrderEntry): OrderRecord;
  refundsOf(orderId: number): readonly RefundEntry[];
  refund(entry: RefundEntry): Refund;
  /** A new order, now. */
  place(now: number): OrderRecord;
  /** A new order that a client of the API makes: it gets the next number. */
  accept(make: (number: number, id: number) => Order, statusId: number): OrderEntry;
  happen(entry: OrderEntry, event: OrderEvent): void;
  /** Lets it happen when the order has been read once more: the gateway takes its time. */
  expect(entry: OrderEntry, event: OrderEvent): void;
  /** The order has been read. */
  proceed(entry: OrderEntry): void;
}

/** Orders are spread evenly over the year, each somewhere in its own share of it. */
function createdAtOf(seed: number, number: number, count: number): number {
  const share = (historyEnd - historyStart) / count;
  const jitter: Random = randomFor(seed, 'jitter', number);
  return toSecond(historyStart + share * (number + jitter.next() * 0.9));
}

/** What makes an order one that cannot be told anew from the seed. */
const apiEvents: ReadonlySet<string> = new Set<ApiEvent['type']>([
  'rewrite',
  'restore',
  'ask',
  'dispatch',
  'redispatch',
  'undispatch',
  'giveBack',
]);

/** Recently used orders: a reader asks for an order's parts one after the other. */
const remembered = 600;
const firstRefundId = 12;

/** `silent`: what happens to the money and goods of an order leaves its modified time alone. */
export function createOrderBook(world: OrderWorld, count: number, silent: boolean, news: News): OrderBook {
  const entries: OrderEntry[] = [];
  const byId = new Map<number, OrderEntry>();
  const refunds: RefundEntry[] = [];
  const refundsByOrder = new Map<number, RefundEntry[]>();
  const later = new Map<number, OrderEvent[]>();
  const recent = new Map<number, OrderRecord>();
  /** Orders that a client of the API has written to are kept whole: what they were made of is not what they are. */
  const kept = new Map<number, LivingOrder>();
  const expected = new Map<number, OrderEvent>();
  let version = 0;

  const tell = (entry: Pick<OrderEntry, 'number' | 'id' | 'createdAt'>): { order: Order; state: LivingOrder } => {
    const living = kept.get(entry.id);
    if (living) return { order: living.order, state: living };
    const order = createOrder(world, entry.number, entry.createdAt);
    const life = entry.number < count ? pastLife(world.seed, order, historyEnd) : newLife(world.seed, order);
    return {
      order,
      state: foldOrder(order, life.initialStatus, [...life.events, ...(later.get(entry.id) ?? [])], silent),
    };
  };

  const add = (number: number, createdAt: number): OrderRecord => {
    const id = orderIdOf(number);
    const record = tell({ number, id, createdAt });
    const { order, state } = record;
    const entry: OrderEntry = {
      number,
      id,
      createdAt,
      customerId: order.customerId,
      channelId: order.channelId,
      totalInc: order.totals.totalInc,
      modifiedAt: state.modifiedAt,
      statusId: state.statusId,
      archived: state.archived,
    };
    entries.push(entry);
    byId.set(id, entry);
    return record;
  };

  /** What lists know of an order, as it is now. */
  const refresh = (entry: OrderEntry, { order, state }: OrderRecord) => {
    entry.createdAt = order.createdAt;
    entry.customerId = order.customerId;
    entry.channelId = order.channelId;
    entry.totalInc = order.totals.totalInc;
    entry.modifiedAt = state.modifiedAt;
    entry.statusId = state.statusId;
    entry.archived = state.archived;
  };

  const register = (refund: Omit<RefundEntry, 'id'>) => {
    const entry = { ...refund, id: firstRefundId + refunds.length };
    refunds.push(entry);
    const ofOrder = refundsByOrder.get(entry.orderId);
    if (ofOrder) ofOrder.push(entry);
    else refundsByOrder.set(entry.orderId, [entry]);
  };

  const past: Omit<RefundEntry, 'id'>[] = [];
  for (let number = 0; number < count; number++) {
    const { order, state } = add(number, createdAtOf(world.seed, number, count));
    for (const [position, { at }] of state.refunds.entries()) past.push({ orderId: order.id, position, at });
  }
  for (const refund of past.sort((left, right) => left.at - right.at || left.orderId - right.orderId)) register(refund);

  const record = (entry: OrderEntry): OrderRecord => {
    const known = recent.get(entry.id);
    if (known) return known;
    const told = tell(entry);
    recent.set(entry.id, told);
    for (const oldest of recent.keys()) {
      if (recent.size <= remembered) break;
      recent.delete(oldest);
    }
    return told;
  };

  return {
    entries,
    refunds,
    get version() {
      return version;
    },
    entry: id => byId.get(id),
    record,
    refundsOf: orderId => refundsByOrder.get(orderId) ?? [],
    refund(entry) {
      const order = byId.get(entry.orderId);
      const refund = order && record(order).state.refunds[entry.position];
      if (!refund) throw new RangeError(`order ${entry.orderId} has no refund ${entry.position}`);
      return refund;
    },
    place(now) {
      version++;
      const placed = add(entries.length, now);
      tellPlaced(news, placed);
      return placed;
    },
    accept(make, statusId) {
      version++;
      const number = entries.length;
      const order = make(number, orderIdOf(number));
      kept.set(order.id, foldOrder(order, statusId, [], silent));
      tellPlaced(news, add(number, order.createdAt));
      return byId.get(order.id) as OrderEntry;
    },
    happen(entry, event) {
      version++;
      const living = kept.get(entry.id) ?? (apiEvents.has(event.type) ? tell(entry).state : undefined);
      const { state } = living ? { state: living } : record(entry);
      const before = remember(state);
      const refunded = state.refunds.length;
      if (living) {
        kept.set(entry.id, living);
        living.apply(event);
      } else later.set(entry.id, [...(later.get(entry.id) ?? []), event]);
      recent.delete(entry.id);
      const now = record(entry);
      refresh(entry, now);
      for (let position = refunded; position < now.state.refunds.length; position++)
        register({ orderId: entry.id, position, at: event.at });
      const refundIds = (refundsByOrder.get(entry.id) ?? []).slice(refunded).map(({ id }) => id);
      tellHappened(news, now, event, before, refundIds);
    },
    expect: (entry, event) => {
      expected.set(entry.id, event);
    },
    proceed(entry) {
      const event = expected.get(entry.id);
      if (!event) return;
      expected.delete(entry.id);
      this.happen(entry, event);
    },
  };
}
