import { latest } from '@cartograph/connector-kit';
import { type FulfillmentStatus, type Instant, isZero, type OrderStatus, type PaymentStatus } from '@cartograph/core';
import type { ItemStatus } from './item-statuses.js';
import type { PlacedOrder, PlacedUnit } from './placed-order.js';

export function phaseOf(order: PlacedOrder): OrderStatus {
  const units = order.standing;
  if (units.length === 0) return order.units.length === 0 ? 'unknown' : 'canceled';
  if (units.some(({ status }) => status.phase === 'open')) return 'open';
  return units.some(({ status }) => status.phase === 'unknown') ? 'unknown' : 'completed';
}

export function paymentStatusOf(order: PlacedOrder): PaymentStatus {
  const units = order.standing;
  if (units.length === 0) return order.units.length === 0 ? 'unknown' : 'voided';
  const pending = units.filter(({ status }) => status.payment === 'pending').length;
  if (pending > 0) return pending === units.length ? 'pending' : 'partiallyPaid';
  const { paid, refunded } = order.figures;
  if (isZero(refunded)) return 'paid';
  return refunded === paid ? 'refunded' : 'partiallyRefunded';
}

export function fulfillmentStatusOf({ standing }: PlacedOrder): FulfillmentStatus {
  const has = (delivery: ItemStatus['delivery']) => standing.some(({ status }) => status.delivery === delivery);
  if (has('unknown')) return 'unknown';
  if (standing.every(({ status }) => status.delivery === 'none')) return 'unfulfilled';
  if (has('none')) return 'partial';
  if (has('shipped')) return 'fulfilled';
  return has('delivered') ? 'delivered' : 'returned';
}

/** When a status last changed; null while a unit is open, or may be. */
export const closedAt = (order: PlacedOrder): Instant | null =>
  ['completed', 'canceled'].includes(phaseOf(order))
    ? latest(...order.units.map(({ unit }) => unit.lastStatusChangedAt))
    : null;

/** The words of some items, each once. */
export function statusWords({ units }: { readonly units: readonly PlacedUnit[] }): string | null {
  const words: string[] = [];
  for (const { unit } of units) if (unit.status !== null && !words.includes(unit.status)) words.push(unit.status);
  return words.join(', ') || null;
}
