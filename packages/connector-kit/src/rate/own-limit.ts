/** At most `requests` in any span of `windowMs`, wherever the span starts. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** A limit that we keep by ourselves, for platforms whose answers say nothing. */
export interface OwnLimit {
  /** When one more request may go beside those in flight; Infinity when one of them has to be answered first. */
  readyAt(now: number, inFlight: number): number;
  answered(now: number): void;
}

/**
 * A place is taken until a window after its answer, not after its start: the request reached the platform somewhere
 * in between, so however the network bunches requests, no span of the platform's clock sees more than allowed.
 */
export function createOwnLimit({ requests, windowMs }: RateLimit): OwnLimit {
  const allowed = Math.max(1, Math.floor(requests));
  const answers: number[] = [];
  return {
    readyAt(now, inFlight) {
      while (answers[0] !== undefined && answers[0] + windowMs <= now) answers.shift();
      if (answers.length + inFlight < allowed) return now;
      return answers[0] === undefined ? Number.POSITIVE_INFINITY : answers[0] + windowMs;
    },
    answered(now) {
      answers.push(now);
    },
  };
}
