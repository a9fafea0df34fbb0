import type { Random } from '../../random.js';
import type { HistoryEntry } from './order.js';
import { type FailureReason, type FailureType, reasonNamed, reasonsFor } from './reasons.js';

const hourMs = 3_600_000;

type Fate = 'delivered' | 'returned' | 'rejected' | 'failed' | 'canceledBySeller' | 'canceledByCustomer' | 'stuck';

const fates: readonly (readonly [Fate, number])[] = [
  ['delivered', 755],
  ['returned', 140],
  ['rejected', 8],
  ['failed', 22],
  ['canceledBySeller', 40],
  ['canceledByCustomer', 30],
  // A status that the documentation does not list; it is the last one that such an item ever has here.
  ['stuck', 5],
];

const failureOf: Partial<Record<Fate, FailureType>> = {
  rejected: 'return_rejected',
  failed: 'failed',
  canceledBySeller: 'canceled',
};

/** When the units of one order are paid, packed, shipped and delivered, unless they have another fate. */
export interface Schedule {
  readonly placedAt: number;
  /** Null when payment is settled at once. */
  readonly paidAt: number | null;
  /** What comes of a payment that never arrives: the system cancels after two days, or someone holds the order. */
  readonly unpaid: 'canceled' | 'held' | null;
  readonly packedAt: number;
  readonly shippedAt: number;
  readonly deliveredAt: number;
}

const later = (random: Random, at: number, fromHours: number, toHours: number) =>
  at + random.int(fromHours * 3600, toHours * 3600) * 1000;

export function createSchedule(random: Random, placedAt: number): Schedule {
  const paymentPending = random.chance(0.04);
  const unpaid = paymentPending ? random.weighted([['canceled', 25] as const, ['held', 8] as const, [null, 67]]) : null;
  const paidAt = paymentPending ? later(random, placedAt, 1, 30) : null;
  const packedAt = later(random, paidAt ?? placedAt, 2, 44);
  const shippedAt = later(random, packedAt, 1, 20);
  return { placedAt, paidAt, unpaid, packedAt, shippedAt, deliveredAt: later(random, shippedAt, 20, 150) };
}

/** The whole life of one unit and why it ends badly, if it does. Steps that lie ahead of the shop's clock are included. */
export function createLife(random: Random, schedule: Schedule): { history: HistoryEntry[]; failure: FailureReason } {
  const history: HistoryEntry[] = [];
  const enter = (status: string, at: number, editor: string) => void history.push({ status, at, editor });
  const fate = random.weighted(fates);
  const failureType = failureOf[fate];
  const failure = failureType ? random.pick(reasonsFor(failureType)) : random.pick(reasonsFor('returned'));
  const { placedAt, paidAt, packedAt, shippedAt, deliveredAt } = schedule;

  enter(paidAt === null ? 'pending' : 'payment_pending', placedAt, 'system');
  if (schedule.unpaid !== null) {
    if (schedule.unpaid === 'canceled') enter('canceled', placedAt + 48 * hourMs, 'system');
    return { history, failure: reasonNamed('Payment not received') };
  }
  if (paidAt !== null) enter('pending', paidAt, 'system');
  if (fate === 'canceledByCustomer') {
    enter('canceled', later(random, paidAt ?? placedAt, 1, 2), 'system');
    return { history, failure: reasonNamed('Customer changed mind') };
  }
  if (fate === 'canceledBySeller') {
    enter('canceled', packedAt, 'seller');
    return { history, failure };
  }
  enter('ready_to_ship', packedAt, 'seller');
  if (fate === 'stuck') {
    enter('shipment_information_pending', packedAt + hourMs, 'system');
    return { history, failure };
  }
  enter('shipped', shippedAt, 'seller');
  if (fate === 'failed') {
    enter('failed', deliveredAt, 'carrier');
    return { history, failure };
  }
  enter('delivered', deliveredAt, 'carrier');
  if (fate === 'delivered') return { history, failure };
  const sentBackAt = later(random, deliveredAt, 48, 500);
  const arrivedAt = later(random, sentBackAt, 30, 140);
  const receivedAt = later(random, arrivedAt, 2, 30);
  enter('return_shipped_by_customer', sentBackAt, 'customer');
  enter('return_delivered', arrivedAt, 'carrier');
  enter('return_waiting_for_approval', receivedAt, 'seller');
  enter(fate === 'rejected' ? 'return_rejected' : 'returned', later(random, receivedAt, 2, 60), 'seller');
  return { history, failure };
}
