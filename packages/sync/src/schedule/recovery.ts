import type { Stop } from '../stop.js';
import type { Hold } from './plan.js';

const firstWaitMs = 30_000;
const longestWaitMs = 60 * 60_000;
const parkedMs = 24 * 60 * 60_000;

/**
 * When a task that failed may be tried again. What may pass is tried again after waits that double from half a minute to an
 * hour, spread so that many do not come back at once, and not before the platform wants it. What the platform refuses is
 * tried once a day, or when the process is started anew: it will not pass by itself.
 */
export function holdAfter(stop: Stop, before: Hold | undefined, nowMs: number, random: () => number): Hold {
  const failures = (before?.failures ?? 0) + 1;
  if (stop.recovery !== 'retry') return { failures, untilMs: nowMs + parkedMs };
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1)) * (0.5 + random() / 2);
  return { failures, untilMs: nowMs + Math.round(Math.max(waitMs, stop.retryAfterMs ?? 0)) };
}
