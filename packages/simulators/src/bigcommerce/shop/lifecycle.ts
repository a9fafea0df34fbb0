import type { Random } from '../../random.js';
import { day, hour, minute, toSecond } from './clock.js';
import type { OrderEvent, RefundStyle } from './events.js';
import type { Order } from './order-model.js';
import { randomFor } from './salts.js';

/** An order's beginning and what follows it; `at` of the events is still relative to the order's creation. */
interface Life {
  readonly initialStatus: number;
  readonly events: readonly OrderEvent[];
}

type Outcome =
  | 'incomplete'
  | 'pending'
  | 'awaitingPayment'
  | 'declined'
  | 'verification'
  | 'canceled'
  | 'canceledPaid'
  | 'open'
  | 'partlyShipped'
  | 'shipped'
  | 'completed'
  | 'refunded'
  | 'partlyRefunded'
  | 'disputed';

/** One dispute at least is in every shop, whatever its seed. */
const disputedOrder = 12;

const outcomeOf = (random: Random, { number }: Order): Outcome =>
  number === disputedOrder
    ? 'disputed'
    : random.weighted([
        ['completed', 46],
        ['shipped', 16],
        ['open', 9],
        ['partlyShipped', 3],
        ['partlyRefunded', 8],
        ['refunded', 4],
        ['canceled', 3.5],
        ['canceledPaid', 1.5],
        ['awaitingPayment', 2.5],
        ['incomplete', 2],
        ['pending', 1.5],
        ['declined', 1.5],
        ['verification', 0.8],
        ['disputed', 0.7],
      ]);

/** Puts events one after the other. */
function createScript(random: Random) {
  const events: OrderEvent[] = [];
  let at = 0;
  return {
    events,
    /** The next thing happens between `low` and `high` milliseconds later. */
    later(low: number, high: number) {
      at += random.int(low, high);
      return at;
    },
    add(event: OrderEvent) {
      events.push(event);
    },
  };
}

type Script = ReturnType<typeof createScript>;

const quick = [5_000, 90_000] as const;

function pay(random: Random, order: Order, script: Script): void {
  const { flow } = order.payment;
  if (flow !== 'unrecorded' && random.chance(0.04)) script.add({ type: 'attemptFailed', at: script.later(...quick) });
  if (flow === 'authorize') {
    script.add({ type: 'authorize', at: script.later(...quick) });
    script.add({ type: 'status', at: script.later(1000, 1000), statusId: 11 });
    script.add({ type: 'capture', at: script.later(hour, 26 * hour) });
  } else {
    if (flow === 'pend') script.add({ type: 'pend', at: script.later(...quick) });
    const [low, high] = flow === 'pend' ? [4 * hour, 4 * day] : quick;
    script.add({ type: 'pay', at: script.later(low, high) });
    script.add({ type: 'status', at: script.later(1000, 1000), statusId: 11 });
  }
  if (order.payment.method === 'credit_card' && random.chance(0.3))
    script.add({ type: 'settle', at: script.later(hour, day) });
}

/** From paid to delivered, as far as `until`. */
function fulfill(random: Random, order: Order, script: Script, until: 'partly' | 'shipped' | 'completed'): void {
  if (order.pickup) script.add({ type: 'status', at: script.later(2 * hour, 2 * day), statusId: 8 });
  else if (order.addresses.length > 0) {
    if (random.chance(0.2)) script.add({ type: 'status', at: script.later(hour, day), statusId: 9 });
    const units = order.lines.reduce((sum, line) => sum + line.quantity, 0);
    const splits = units > 1 && (until === 'partly' || random.chance(0.08));
    if (splits) script.add({ type: 'ship', at: script.later(4 * hour, 3 * day), all: false });
    if (until === 'partly') return;
    script.add({ type: 'ship', at: script.later(4 * hour, 4 * day), all: true });
  }
  if (until === 'completed') script.add({ type: 'status', at: script.later(hour, 6 * day), statusId: 10 });
}

function refund(random: Random, script: Script, style: RefundStyle): void {
  script.add({ type: 'refund', at: script.later(2 * hour, 12 * day), style, pick: random.int(0, 9_999) });
}

function refundPartly(random: Random, script: Script): void {
  const count = random.weighted([
    [1, 70],
    [2, 22],
    [3, 8],
  ]);
  for (let done = 0; done < count; done++) {
    const style = random.weighted<RefundStyle>([
      ['units', 34],
      ['line', 26],
      ['shipping', 14],
      ['amount', 8],
      ['restocked', 8],
      ['storeCredit', 6],
      ['declined', 4],
    ]);
    refund(random, script, style);
  }
}

function play(random: Random, order: Order, outcome: Outcome, script: Script): void {
  switch (outcome) {
    case 'pending':
      return;
    case 'incomplete':
      if (random.chance(0.3)) script.add({ type: 'attemptFailed', at: script.later(...quick) });
      return;
    case 'awaitingPayment':
      if (order.payment.flow === 'pend') script.add({ type: 'pend', at: script.later(...quick) });
      return;
    case 'declined':
      script.add({ type: 'attemptFailed', at: script.later(...quick) });
      script.add({ type: 'status', at: script.later(minute, hour), statusId: 6 });
      return;
    case 'verification':
      if (order.payment.flow === 'authorize') script.add({ type: 'authorize', at: script.later(...quick) });
      script.add({ type: 'status', at: script.later(...quick), statusId: 12 });
      return;
    case 'canceled':
      if (order.payment.flow === 'authorize') {
        script.add({ type: 'authorize', at: script.later(...quick) });
        script.add({ type: 'void', at: script.later(hour, 2 * day) });
      }
      script.add({ type: 'status', at: script.later(minute, day), statusId: 5 });
      return;
    case 'canceledPaid':
      pay(random, order, script);
      refund(random, script, 'everything');
      script.add({ type: 'status', at: script.later(minute, hour), statusId: 5 });
      return;
  }
  pay(random, order, script);
  if (outcome === 'open') return;
  if (outcome === 'partlyShipped') {
    fulfill(random, order, script, 'partly');
  } else if (outcome !== 'refunded' || random.chance(0.7)) {
    fulfill(random, order, script, outcome === 'completed' || order.addresses.length === 0 ? 'completed' : 'shipped');
  }
  if (outcome === 'refunded') {
    if (random.chance(0.2)) refund(random, script, 'units');
    refund(random, script, 'everything');
  }
  if (outcome === 'partlyRefunded') refundPartly(random, script);
  if (outcome === 'disputed') script.add({ type: 'status', at: script.later(5 * day, 30 * day), statusId: 13 });
}

const initialStatuses: Partial<Record<Outcome, number>> = { incomplete: 0, awaitingPayment: 7 };

function createLife(seed: number, order: Order): Life {
  const random = randomFor(seed, 'lifecycle', order.number);
  const script = createScript(random);
  const outcome = outcomeOf(random, order);
  play(random, order, outcome, script);
  if (random.chance(0.02)) script.add({ type: 'message', at: script.later(hour, day) });
  if (random.chance(0.003)) script.add({ type: 'archive', at: script.later(day, 20 * day) });
  return { initialStatus: initialStatuses[outcome] ?? 1, events: script.events };
}

const moved = (order: Order, events: readonly OrderEvent[], scale: number): OrderEvent[] =>
  events.map(event => ({ ...event, at: toSecond(order.createdAt + event.at * scale) }));

/** All that happens to an order of the history. What would reach beyond `end` happens faster, and so the same things happen. */
export function pastLife(seed: number, order: Order, end: number): Life {
  const life = createLife(seed, order);
  const last = life.events.at(-1)?.at ?? 0;
  const room = end - order.createdAt;
  return { ...life, events: moved(order, life.events, last > room ? (room * 0.97) / last : 1) };
}

/** A new order gets as far as its payment; what follows has not happened yet. */
export function newLife(seed: number, order: Order): Life {
  const life = createLife(seed, order);
  const next = life.events.findIndex(event => event.at > 5 * minute);
  return { ...life, events: moved(order, next < 0 ? life.events : life.events.slice(0, next), 0) };
}
