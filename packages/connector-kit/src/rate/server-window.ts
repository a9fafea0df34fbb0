import type { Limit } from './limit.js';
import { leftWithReserve, reserved } from './reserve.js';

/** Where the platform gives no reset time, an empty window is tried again after this long. */
const unknownResetMs = 1000;
/** However much others use, this part of what is left is ours: restraint must not starve us. */
const greatestShareOfOthers = 0.5;

/**
 * The platform's current window, as its answers tell of it. `announced`: it is known to tell, so that before its first answer
 * one request goes at a time.
 */
export function createServerWindow(announced: boolean): Limit {
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
    readyAt(now, inFlight, keepFree) {
      if (!telling) return now;
      if (endsAt !== null && now >= endsAt) open(limit, null);
      const room = free(inFlight);
      const reserve = { limit: limit ?? 0, lengthMs, keepFree };
      if (room > 0 && (lengthMs === 0 || room > reserved(reserve, (endsAt ?? now + lengthMs) - now))) return now;
      if (endsAt !== null) return room > 0 ? endsAt - leftWithReserve(reserve, room - 1) : endsAt;
      return inFlight === 0 ? now : Number.POSITIVE_INFINITY;
    },

    started() {},

    learn(now, observation) {
      if (observation === null) {
        // Perhaps it was counted all the same.
        if (remaining !== null) remaining = Math.max(0, remaining - 1);
        answers += 1;
        return;
      }
      const left = observation.remaining;
      if (left === null) {
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
