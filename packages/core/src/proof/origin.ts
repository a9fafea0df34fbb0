import type { Decimal } from '../decimal.js';
import type { Order } from '../model/order.js';
import { type Check, check } from './check.js';

interface Movement {
  readonly amount: Decimal;
  readonly currency: string;
}

/** Money that moved for an order: with no such order, or in another currency than the order's, all of it is a residue. */
export function originChecks({ amount, currency }: Movement, order: Order | null | undefined): Check[] {
  if (order === undefined) return [];
  if (order === null) return [check('orderId', amount, '0')];
  return [check('currency', amount, currency === order.currency ? amount : '0')];
}
