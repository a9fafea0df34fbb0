import type { RateObservation } from './observation.js';

/** Where the platform gives no reset time, an empty window is tried again after this long. */
const unknownResetMs = 1000;
/** However much others use, this part of what is left is ours: restraint must not starve us. */
const greatestShareOfOthers = 0.5;

/** The platform's current window, as its answers tell of it. Instants are milliseconds of the host's clock. */
export interface ServerWindow {
  /** When one more request may go beside those in flight; Infinity when only an answer can tell. */
  readyAt(now: number, inFlight: number): number;
  learn(now: number, observation: RateObservation | null): void;
}

/** `announced`: the platform is known to tell, so that before its first answer one request goes at a time. */
export function createServerWindow(announced: boolean): ServerWindow {
  let telling = announced;
  let limit: number | null = null;
  let remaining: number | null = null;
  let endsAt: number | null = null;
  let lengthMs = 0;
  /** What was left when the window was first seen, and our answers since: what else went is what others used. */
  let first = 0;
  let answers = 0;

  const shareOfOthers = (inFlight: number) => {
    const others = Math.max(0, first - (remaining ?? first) - answers - inFlight);
    return others === 0 ? 0 : Math.min(greatestShareOfOthers, others / (others + answers));
  };

  const open = (left: number | null, end: number | null) => {
    remaining = left;
    first = left ?? 0;
    answers = 0;
    endsAt = end;
  };

  /** Answers overtake each other: within a window the smallest count is the newest, and the past window's do not count. */
  const refine = (left: number, end: number) => {
    if (endsAt !== null && end < endsAt - lengthMs / 2) return;
    remaining = endsAt === null ? left : Math.min(remaining ?? left, left);
    endsAt = Math.min(endsAt ?? end, end);
    answers += 1;
  };

  const free = (inFlight: number) => {
    if (remaining === null) return inFlight === 0 ? 1 : 0;
    const others = shareOfOthers(inFlight);
    return Math.floor(remaining * (1 - others)) - inFlight - (others > 0 ? 1 : 0);
  };

  return {
    readyAt(now, inFlight) {
      if (!telling) return now;
      if (endsAt !== null && now >= endsAt) open(limit, null);
      if (free(inFlight) > 0) return now;
      if (endsAt !== null) return endsAt;
      return inFlight === 0 ? now : Number.POSITIVE_INFINITY;
    },

    learn(now, observation) {
      const left = observation?.remaining ?? null;
      if (observation === null || left === null) {
        // A platform that was expected to tell and does not: nothing to keep to.
        if (remaining === null && limit === null) telling = false;
        return;
      }
      telling = true;
      limit = observation.limit ?? limit;
      if (observation.resetMs === null) {
        open(left, left > 0 ? null : now + unknownResetMs);
        return;
      }
      const end = now + observation.resetMs;
      lengthMs = Math.max(lengthMs, observation.resetMs);
      const isNew = remaining === null || (endsAt !== null && end > endsAt + lengthMs / 2);
      if (isNew) open(left, end);
      else refine(left, end);
    },
  };
}
