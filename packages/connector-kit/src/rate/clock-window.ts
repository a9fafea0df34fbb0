import type { RateLimit } from '@cartograph/core';
import type { Limit } from './limit.js';
import { leftWithReserve, reserved } from './reserve.js';

/** Two clocks may drift apart by this part of the time that passes. */
const drift = 1 / 10_000;
/** No answer is older than this when it comes: a Date further back tells that the platform's clock was set. */
const oldestAnswerMs = 120_000;

/** A limit that counts as many platforms do: anew in every window, which begins at multiples of its length. */
export interface ClockWindow extends Limit {
  /** The platform's clock is known: an answer had a Date. */
  readonly known: boolean;
}

/**
 * What the platform's clock shows is known from below: a Date is cut to the second and has traveled. So a window begins for
 * us when it has certainly begun there. A request that was sent in one window and answered in the next counts in both.
 */
export function createClockWindow({ requests, windowMs }: RateLimit): ClockWindow {
  const allowed = Math.max(1, Math.floor(requests));
  let offset = Number.NEGATIVE_INFINITY;
  let learntAt = 0;
  /** Answered requests by the window in which the platform may have counted them. */
  const used = new Map<number, number>();
  /** Requests without an answer from before the clock was known. */
  let unplaced = 0;

  const windowAt = (now: number) => Math.floor((now + offset) / windowMs);

  const use = (window: number, requests: number) => used.set(window, (used.get(window) ?? 0) + requests);

  const setClock = (now: number, answeredAtMs: number) => {
    const least = answeredAtMs - now;
    const drifted = offset - (now - learntAt) * drift;
    offset = least < drifted - oldestAnswerMs ? least : Math.max(drifted, least);
    learntAt = now;
  };

  return {
    get known() {
      return offset > Number.NEGATIVE_INFINITY;
    },
    readyAt(now, inFlight, keepFree) {
      const window = windowAt(now);
      const endsAt = Math.ceil((window + 1) * windowMs - offset);
      const room = allowed - (used.get(window) ?? 0) - inFlight;
      const reserve = { limit: allowed, lengthMs: windowMs, keepFree };
      if (room > reserved(reserve, endsAt - now)) return now;
      if (room > 0) return endsAt - leftWithReserve(reserve, room - 1);
      return inFlight < allowed ? endsAt : Number.POSITIVE_INFINITY;
    },
    started() {},
    learn(now, observation) {
      const answeredAtMs = observation?.answeredAtMs ?? null;
      if (answeredAtMs !== null) setClock(now, answeredAtMs);
      else unplaced += 1;
      const current = windowAt(now);
      if (!Number.isFinite(current)) return;
      for (const window of used.keys()) if (window < current) used.delete(window);
      // Without an answer, when it arrived is anyone's guess: perhaps in a window of which we do not know yet.
      for (const window of unplaced > 0 ? [current, current + 1] : []) use(window, unplaced);
      unplaced = 0;
      const last = answeredAtMs === null ? Number.NEGATIVE_INFINITY : Math.floor(answeredAtMs / windowMs);
      for (let window = current; window <= last; window += 1) use(window, 1);
    },
  };
}
