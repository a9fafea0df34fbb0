import type { RateLimit } from '@cartograph/core';
import type { Limit } from './limit.js';

/** How much of an idle time lower lanes may make up for at once. */
const burstMs = 1000;

/**
 * A place is taken until a window after its answer, not after its start: the request reached the platform somewhere in
 * between, so however the network bunches requests, no span of the platform's clock sees more than allowed. Lower lanes go
 * at an even pace: places then come free at an even pace as well, and who goes first never waits for a whole window.
 */
export function createAnySpan({ requests, windowMs }: RateLimit): Limit {
  const allowed = Math.max(1, Math.floor(requests));
  const answers: number[] = [];
  let dueAt = Number.NEGATIVE_INFINITY;
  const freeAt = (now: number, inFlight: number) => {
    while (answers[0] !== undefined && answers[0] + windowMs <= now) answers.shift();
    if (answers.length + inFlight < allowed) return now;
    return answers[0] === undefined ? Number.POSITIVE_INFINITY : answers[0] + windowMs;
  };
  return {
    readyAt(now, inFlight, keepFree) {
      const free = freeAt(now, inFlight);
      return keepFree > 0 ? Math.max(free, Math.ceil(dueAt)) : free;
    },
    started(now) {
      dueAt = Math.max(dueAt, now - burstMs) + windowMs / allowed;
    },
    learn(now) {
      answers.push(now);
    },
  };
}
