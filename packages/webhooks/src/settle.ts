import { type Attempt, attempted, type Delivery } from './delivery.js';
import { delaysMs, givenUpAfterMs } from './schedule.js';
import type { DeliveryState, Head } from './state.js';

/** What an attempt makes of a consumer and its message. */
export interface Settled {
  readonly state: DeliveryState;
  readonly delivery: Delivery;
  /** Why the consumer is told nothing from now on; null while it is. */
  readonly disabledBecause: string | null;
}

export function settle(state: DeliveryState, head: Head, delivery: Delivery, attempt: Attempt, now: Date): Settled {
  if (attempt.error === null) return delivered(state, head, delivery, attempt);
  const failing = state.failing ?? { since: attempt.at, position: state.position };
  const failed = { ...state, failing };
  if (now.getTime() - Date.parse(failing.since) >= givenUpAfterMs)
    return {
      // Enabled again, it is told from where it failed first.
      state: { ...state, position: failing.position, head: null, failing: null },
      delivery: attempted(delivery, attempt, { status: 'failed', nextAttemptAt: null }),
      disabledBecause: `nothing could be delivered since ${failing.since}: ${attempt.error}`,
    };
  const failures = head.failures + 1;
  const delayMs = delaysMs[failures];
  if (delayMs === undefined)
    return {
      state: { ...failed, position: head.after, head: null },
      delivery: attempted(delivery, attempt, { status: 'failed', nextAttemptAt: null }),
      disabledBecause: null,
    };
  const dueAt = new Date(now.getTime() + delayMs).toISOString();
  return {
    state: { ...failed, head: { ...head, failures, dueAt } },
    delivery: attempted(delivery, attempt, { status: 'pending', nextAttemptAt: dueAt }),
    disabledBecause: null,
  };
}

const delivered = (state: DeliveryState, head: Head, delivery: Delivery, attempt: Attempt): Settled => ({
  state: { ...state, position: head.after, head: null, failing: null },
  delivery: attempted(delivery, attempt, { status: 'delivered', nextAttemptAt: null }),
  disabledBecause: null,
});
