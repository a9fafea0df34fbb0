import type { OrderLine } from '@cartograph/core';

/** How far a unit has come, as its status tells. The order itself has no status. */
export interface ItemStatus {
  readonly line: OrderLine['status'];
  /** Whether something is still to be done for it. */
  readonly phase: 'open' | 'done' | 'canceled' | 'unknown';
  /** `sentBack`: the seller has it again. */
  readonly delivery: 'none' | 'shipped' | 'delivered' | 'sentBack' | 'unknown';
  readonly payment: 'pending' | 'paid' | 'canceled';
  readonly refund: 'none' | 'returned' | 'undelivered';
}

const open: ItemStatus = { line: 'open', phase: 'open', delivery: 'none', payment: 'paid', refund: 'none' };
const delivered: ItemStatus = { ...open, line: 'delivered', phase: 'done', delivery: 'delivered' };
const unknown: ItemStatus = { ...open, line: 'unknown', phase: 'unknown', delivery: 'unknown' };

/** The revenue of a return stands until the return is approved. */
const statuses: ReadonlyMap<string, ItemStatus> = new Map([
  ['payment_pending', { ...open, payment: 'pending' }],
  ['pending', open],
  ['ready_to_ship', open],
  ['shipped', { ...open, line: 'fulfilled', delivery: 'shipped' }],
  ['delivered', delivered],
  ['return_shipped_by_customer', delivered],
  ['return_delivered', delivered],
  ['return_waiting_for_approval', delivered],
  ['return_rejected', delivered],
  ['returned', { ...delivered, line: 'returned', delivery: 'sentBack', refund: 'returned' }],
  ['failed', { ...delivered, line: 'returned', delivery: 'sentBack', refund: 'undelivered' }],
  ['canceled', { ...open, line: 'canceled', phase: 'canceled', payment: 'canceled' }],
]);

export const itemStatusOf = (word: string | null): ItemStatus => statuses.get(word ?? '') ?? unknown;
