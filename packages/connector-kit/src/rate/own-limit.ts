import type { RateLimit } from '@cartograph/core';
import { createAnySpan } from './any-span.js';
import { createClockWindow } from './clock-window.js';
import type { Limit } from './limit.js';

/** From here on the time that an answer takes is nothing beside the window. */
const longWindowMs = 20_000;

/**
 * A limit that we keep by ourselves, for platforms whose answers do not tell. A short window is counted by the platform's
 * clock, once that is known: nothing of it is lost while answers travel. Whether the platform counts so, nobody can know; a
 * refusal disproves it, and from then on the limit is kept in any span, which is always safe and wastes those times.
 */
export function createOwnLimit(limit: RateLimit): Limit {
  const anySpan = createAnySpan(limit);
  const byClock = createClockWindow(limit);
  let mayCountByClock = limit.windowMs < longWindowMs && limit.windowMs % 1000 === 0;
  const current = () => (mayCountByClock && byClock.known ? byClock : anySpan);
  return {
    readyAt: (now, inFlight, keepFree) => current().readyAt(now, inFlight, keepFree),
    started(now) {
      anySpan.started(now);
    },
    learn(now, observation) {
      if (observation?.refusal) mayCountByClock = false;
      anySpan.learn(now, observation);
      if (mayCountByClock) byClock.learn(now, observation);
    },
  };
}
