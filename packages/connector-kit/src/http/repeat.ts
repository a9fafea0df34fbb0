import { backoffMs } from './backoff.js';
import { networkFailure } from './network-failure.js';
import { type Failed, isUnclear } from './outcome.js';

/** So that a mistyped host name does not take a minute to be told. */
const attemptsToReach = 2;
/** A firewall that asks for patience lets the next ones through; a mistyped address shows its page every time. */
const mostUnclear = 3;

/** Failures of the platform that may pass. 501, 505 and 507 stay as they are. */
const passing = new Set([408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524]);

export interface RepeatRules {
  /** Attempts made so far. */
  readonly attempt: number;
  /** Of them, how many had an answer that tells nothing. */
  readonly unclear: number;
  readonly retries: number;
  readonly idempotent: boolean;
  readonly random: () => number;
}

/** Milliseconds until the next attempt, or null for none. What may have acted is repeated only if that is harmless. */
export function waitBeforeRepeat(failed: Failed, rules: RepeatRules): number | null {
  const { attempt, unclear, retries, idempotent, random } = rules;
  if (attempt > retries) return null;
  const wait = backoffMs(attempt, random);
  if (isUnclear(failed)) return idempotent && unclear < mostUnclear ? wait : null;
  switch (failed.kind) {
    case 'starved':
      return null;
    case 'refused':
      if (failed.throttle !== null) return failed.throttle.waitMs;
      return idempotent && passing.has(failed.status) ? wait : null;
    case 'garbled':
      return idempotent ? wait : null;
    case 'silent': {
      const { kind } = networkFailure(failed.cause, failed.timedOut);
      if (kind === 'unreached') return attempt < attemptsToReach ? wait : null;
      return idempotent && kind === 'broken' ? wait : null;
    }
  }
}
