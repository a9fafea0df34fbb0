import { latest, text } from '@cartograph/connector-kit';
import { type FulfillmentStatus, type Instant, isZero, type OrderStatus, type PaymentStatus } from '@cartograph/core';
import type { PlacedOrder, PlacedUnit } from './placed-order.js';
import { paid, refunded } from './totals.js';

const standing = ({ units }: PlacedOrder): PlacedUnit[] => units.filter(({ status }) => status.phase !== 'canceled');

export function phaseOf(order: PlacedOrder): OrderStatus {
  const units = standing(order);
  if (units.length === 0) return order.units.length === 0 ? 'unknown' : 'canceled';
  if (units.some(({ status }) => status.phase === 'open')) return 'open';
  return units.some(({ status }) => status.phase === 'unknown') ? 'unknown' : 'completed';
}

export function paymentStatusOf(order: PlacedOrder): PaymentStatus {
  const units = standing(order);
  if (units.length === 0) return order.units.length === 0 ? 'unknown' : 'voided';
  const pending = units.filter(({ status }) => status.payment === 'pending').length;
  if (pending > 0) return pending === units.length ? 'pending' : 'partiallyPaid';
  const back = refunded(order);
  if (isZero(back)) return 'paid';
  return back === paid(order) ? 'refunded' : 'partiallyRefunded';
}

export function fulfillmentStatusOf(order: PlacedOrder): FulfillmentStatus {
  const deliveries = new Set(standing(order).map(({ status }) => status.delivery));
  if (deliveries.has('unknown')) return 'unknown';
  if (deliveries.size === 0 || (deliveries.has('none') && deliveries.size === 1)) return 'unfulfilled';
  if (deliveries.has('none')) return 'partial';
  if (deliveries.has('shipped')) return 'fulfilled';
  return deliveries.has('delivered') ? 'delivered' : 'returned';
}

/** When a status last changed; null while a unit is open, or may be. */
export const closedAt = (order: PlacedOrder): Instant | null =>
  ['completed', 'canceled'].includes(phaseOf(order))
    ? latest(...order.units.map(({ unit }) => unit.lastStatusChangedAt))
    : null;

/** The words of the items, each once. */
export const statusWords = ({ units }: PlacedOrder): string | null =>
  [...new Set(units.map(({ unit }) => text(unit.native.status)).filter(word => word !== null))].join(', ') || null;
