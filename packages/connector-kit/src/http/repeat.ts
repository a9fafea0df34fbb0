import { backoffMs } from './backoff.js';
import { networkFailure } from './network-failure.js';
import { type Failed, isUnclear } from './outcome.js';

/** Failures of the platform that may pass. 501, 505 and 507 stay as they are. */
const passing = new Set([408, 425, 500, 502, 504, 520, 521, 522, 523, 524]);

/** What may pass. One call counts each by itself, so that what went wrong on the way takes no attempt from the platform. */
export type Trouble = 'unclear' | 'throttled' | 'closed' | 'failing' | 'broken' | 'unreached';

/** Repetitions at most, whatever the call may have. */
const mostRepeats: Readonly<Record<Trouble, number>> = {
  // A firewall that asks for patience lets the next ones through; a mistyped address shows its page every time.
  unclear: 2,
  throttled: Number.POSITIVE_INFINITY,
  closed: Number.POSITIVE_INFINITY,
  failing: Number.POSITIVE_INFINITY,
  broken: Number.POSITIVE_INFINITY,
  // So that a mistyped host name does not take a minute to be told.
  unreached: 1,
};

/** Null where no repetition helps. */
export function troubleOf(failed: Failed): Trouble | null {
  if (isUnclear(failed)) return 'unclear';
  switch (failed.kind) {
    case 'starved':
      return null;
    case 'refused':
      if (failed.throttle !== null) return 'throttled';
      // All of the platform is out of order, where another failure may come of what was asked for.
      if (failed.status === 503) return 'closed';
      return passing.has(failed.status) ? 'failing' : null;
    case 'garbled':
      return 'broken';
    case 'silent': {
      const { kind } = networkFailure(failed.cause, failed.timedOut);
      return kind === 'permanent' ? null : kind;
    }
  }
}

export interface RepeatRules {
  /** How often the call met the trouble so far. */
  readonly times: number;
  readonly retries: number;
  readonly idempotent: boolean;
  readonly random: () => number;
}

/** Milliseconds until the next attempt, or null for none. What may have acted is repeated only if that is harmless. */
export function waitBeforeRepeat(failed: Failed, trouble: Trouble, rules: RepeatRules): number | null {
  const { times, retries, idempotent, random } = rules;
  if (times > Math.min(retries, mostRepeats[trouble])) return null;
  if (failed.kind === 'refused' && failed.throttle !== null) return failed.throttle.waitMs;
  return idempotent || trouble === 'unreached' ? backoffMs(times, random) : null;
}
