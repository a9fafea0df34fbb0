import type { RateLimit } from '@cartograph/core';
import type { Limit } from './limit.js';

/** Who goes at an even pace may still make up for this much of the time before. */
const leastBurstMs = 1000;

/**
 * A place is taken until a window after its answer, not after its start: the request reached the platform somewhere in
 * between, so however the network bunches requests, no span of the platform's clock sees more than allowed. Who leaves
 * something to others goes at an even pace: places then come free at an even pace as well, and no one waits for a whole window.
 */
export function createAnySpan({ requests, windowMs }: RateLimit): Limit {
  const allowed = Math.max(1, Math.floor(requests));
  const answers: number[] = [];
  /** Until when all requests so far would take at an even pace. */
  let evenUntil = Number.NEGATIVE_INFINITY;
  const freeAt = (now: number, inFlight: number) => {
    while (answers[0] !== undefined && answers[0] + windowMs <= now) answers.shift();
    if (answers.length + inFlight < allowed) return now;
    return answers[0] === undefined ? Number.POSITIVE_INFINITY : answers[0] + windowMs;
  };
  return {
    readyAt(now, inFlight, keepFree) {
      const free = freeAt(now, inFlight);
      const aheadMs = Math.max(leastBurstMs, (1 - keepFree) * windowMs);
      return keepFree > 0 ? Math.max(free, Math.ceil(evenUntil - aheadMs)) : free;
    },
    started(now) {
      evenUntil = Math.max(evenUntil, now) + windowMs / allowed;
    },
    learn(now) {
      answers.push(now);
    },
  };
}
