import { type Money, roundTo } from '../../money.js';
import type { Random } from '../../random.js';
import { hour, minute } from '../clock.js';
import { sum } from '../shop/pricing.js';
import { type Operations, openQuantity, type Quantity, refundable, unshipped } from './operations.js';
import {
  authorizingMethods,
  cashOnDelivery,
  offlineMethods,
  paypal,
  purchaseOrder,
  stripe,
} from './payment-methods.js';
import type { Line, PaymentMethod, Sale } from './sale.js';

/** What becomes of an order, and how often. */
const fates = [
  ['complete', 470],
  ['processing', 130],
  ['partlyShipped', 25],
  ['partlyInvoiced', 25],
  ['pending', 50],
  ['pendingPayment', 20],
  ['authorized', 20],
  ['review', 10],
  ['held', 10],
  ['shippedUnpaid', 15],
  ['invoicedOpen', 10],
  ['canceled', 65],
  ['partlyCanceled', 20],
  ['refunded', 50],
  ['partlyRefunded', 40],
  ['refundedTwice', 15],
  ['shippingRefunded', 10],
  ['refundAdjusted', 15],
] as const;

export type Fate = (typeof fates)[number][0] | 'contested';

export const pickFate = (random: Random): Fate => random.weighted(fates);

/** Every fortieth order of the history, so that even a small shop has one, is contested by its buyer at PayPal. */
export const isContested = (id: number): boolean => id % 40 === 11;

const authorizedFates: readonly Fate[] = ['authorized', 'review', 'invoicedOpen'];

/** Some fates need a certain way to pay. */
export function methodFor(fate: Fate, random: Random): PaymentMethod | null {
  if (fate === 'pending') return random.weighted(offlineMethods);
  if (fate === 'pendingPayment') return stripe;
  if (fate === 'contested') return paypal;
  if (fate === 'shippedUnpaid') return random.pick([cashOnDelivery, purchaseOrder]);
  return authorizedFates.includes(fate) ? random.weighted(authorizingMethods) : null;
}

/** Gift cards, store credit and free orders take the plain ways, so that their documents stay whole. */
const plainFate: Partial<Record<Fate, Fate>> = {
  partlyInvoiced: 'processing',
  partlyCanceled: 'canceled',
  partlyRefunded: 'refunded',
  refundedTwice: 'refunded',
  shippingRefunded: 'refunded',
  refundAdjusted: 'refunded',
};

function possibleFate(sale: Sale, fate: Fate): Fate {
  const { giftCards, storeCredit, grand } = sale.totals.order;
  if (grand === 0) return fate === 'canceled' ? 'canceled' : 'complete';
  return giftCards + storeCredit > 0 ? (plainFate[fate] ?? fate) : fate;
}

/** Half of the units, but none of a line of one. */
const half = (quantity: number): number => (quantity < 2 ? 0 : Math.floor(quantity / 2));

/** Some of what was ordered: half of the larger rows, else the first row, which may be all there is. */
function someOf(sale: Sale): Quantity {
  if (sale.lines.some(line => half(line.quantity) > 0)) return line => half(line.quantity);
  return line => (line === sale.lines[0] ? line.quantity : 0);
}

/** A tenth of what some lines cost. */
const tenthOf = (sale: Sale, lines: readonly Line[]): Money =>
  roundTo(sum(lines.map(({ row }) => Math.max(0, row.order.rowTotal - row.order.discount))) / 10, sale.view.decimals);

/** Lives a sale through to its fate. Nothing happens after `end`. */
export function live(sale: Sale, wanted: Fate, random: Random, operations: Operations, end: number): void {
  let at = sale.createdAt;
  const after = (least: number, most: number) => {
    at = Math.min(end, at + Math.floor((least + random.next() * (most - least)) / 1000) * 1000);
    return at;
  };
  const fate = possibleFate(sale, wanted);
  const pay = () => operations.invoice(sale, after(minute, 30 * minute), openQuantity, true);
  const ship = () => operations.ship(sale, after(4 * hour, 70 * hour), unshipped);
  const payAndShip = () => {
    pay();
    ship();
  };
  const refund = (quantity: (share: number) => number, shippingShare: number, isOnline: boolean) =>
    operations.refund(sale, after(24 * hour, 400 * hour), {
      quantity: line => Math.min(refundable(line), quantity(line.quantity)),
      shippingShare: sale.shipping ? shippingShare : 0,
      positive: 0,
      negative: 0,
      isOnline: isOnline && sale.method.isOnline,
    });
  const everything = (quantity: number) => quantity;

  const ways: Record<Fate, () => void> = {
    complete: payAndShip,
    processing: pay,
    partlyShipped: () => {
      pay();
      operations.ship(sale, after(4 * hour, 70 * hour), line => half(line.quantity));
    },
    partlyInvoiced: () => operations.invoice(sale, after(minute, 5 * hour), someOf(sale), true),
    pending: () => operations.comment(sale, after(0, minute), 'Order placed'),
    pendingPayment: () => operations.awaitPayment(sale, after(0, minute)),
    authorized: () => operations.authorize(sale, after(0, minute), false),
    review: () => operations.authorize(sale, after(0, minute), true),
    held: () => operations.hold(sale, after(hour, 9 * hour)),
    shippedUnpaid: ship,
    invoicedOpen: () => {
      operations.authorize(sale, after(0, minute), false);
      operations.invoice(sale, after(minute, hour), openQuantity, false);
    },
    contested: () => {
      payAndShip();
      operations.comment(
        sale,
        after(24 * hour, 400 * hour),
        'IPN "Reversed". Case type "chargeback".',
        'paypal_reversed',
      );
      const outcome = Math.floor(sale.id / 40) % 3;
      if (outcome === 1)
        operations.comment(sale, after(90 * hour, 400 * hour), 'IPN "Canceled Reversal".', 'paypal_canceled_reversal');
      if (outcome === 2) refund(everything, 10_000, false);
    },
    canceled: () => {
      if (sale.method.isOnline && random.chance(0.4)) operations.authorize(sale, after(0, minute), false);
      operations.cancel(sale, after(hour, 90 * hour));
    },
    partlyCanceled: () => {
      operations.invoice(sale, after(minute, 5 * hour), someOf(sale), true);
      operations.ship(sale, after(hour, 50 * hour), line => line.invoiced);
      if (sale.lines.some(line => openQuantity(line) > 0)) operations.cancel(sale, after(hour, 90 * hour));
    },
    refunded: () => {
      if (random.chance(0.8)) payAndShip();
      else pay();
      refund(everything, 10_000, random.chance(0.8));
    },
    partlyRefunded: () => {
      payAndShip();
      const row = random.int(0, sale.lines.length - 1);
      operations.refund(sale, after(24 * hour, 400 * hour), {
        quantity: line => (line === sale.lines[row] ? Math.min(1, line.invoiced) : 0),
        shippingShare: 0,
        positive: 0,
        negative: 0,
        isOnline: sale.method.isOnline && random.chance(0.7),
      });
    },
    refundedTwice: () => {
      payAndShip();
      refund(half, 5_000, true);
      refund(quantity => (random.chance(0.6) ? quantity : half(quantity)), 5_000, random.chance(0.7));
    },
    shippingRefunded: () => {
      payAndShip();
      refund(() => 0, 10_000, true);
    },
    refundAdjusted: () => {
      payAndShip();
      const [first, ...others] = sale.lines;
      if (!first) return;
      const isExtra = others.length > 0 && random.chance(0.5);
      operations.refund(sale, after(24 * hour, 400 * hour), {
        quantity: line => (line === first ? refundable(line) : 0),
        shippingShare: 0,
        positive: isExtra ? tenthOf(sale, others) : 0,
        negative: isExtra ? 0 : tenthOf(sale, [first]),
        isOnline: sale.method.isOnline,
      });
    },
  };
  ways[fate]();
  decorate(sale, random, operations, () => after(hour, 20 * hour));
}

/** Merchants' own words, PayPal's reversals, and a bulk update that gave many orders the same second. */
function decorate(sale: Sale, random: Random, operations: Operations, later: () => number): void {
  const chance = random.next();
  if (sale.state === 'processing' && chance < 0.06) {
    operations.comment(sale, later(), 'Waiting for supplier', random.pick(['awaiting_stock', 'qc_hold_7']));
  } else if (sale.state === 'complete' && chance < 0.012) {
    operations.comment(sale, later(), 'Handed over at the counter', 'collected_vip');
  } else if (sale.state === 'complete' && sale.method.code === 'paypal_express' && chance < 0.03) {
    operations.comment(sale, later(), 'IPN "Reversed". Transaction amount reversed.', 'paypal_reversed');
  }
  if (random.chance(0.15) && sale.updatedAt < bulkUpdateAt) sale.updatedAt = bulkUpdateAt;
}

const bulkUpdateAt = Date.UTC(2026, 2, 15, 2, 0, 0);
