import type { RateObservation } from '@cartograph/core';
import { backoffMs } from './backoff.js';
import { retryAfterMs } from './retry-after.js';

/** An answer, as far as its rate is concerned. */
export interface Throttled {
  readonly status: number;
  readonly headers: Headers;
  readonly limits: RateObservation | null;
  /** Refusals so far, this one included. */
  readonly attempt: number;
}

const sensible = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.max(0, value);

/** A connector reads headers as numbers; what is not one says nothing. */
export const sensibleLimits = (limits: RateObservation | null): RateObservation | null =>
  limits && {
    limit: sensible(limits.limit),
    remaining: sensible(limits.remaining),
    resetMs: sensible(limits.resetMs),
    retryAfterMs: sensible(limits.retryAfterMs),
  };

/** How long everyone who shares the quota has to wait. */
export interface Throttle {
  readonly waitMs: number;
  /** Whether the platform said so; otherwise it is our guess. */
  readonly asked: boolean;
}

/**
 * How long the platform wants us to wait: what a 429 or 503 asks for, by any of its headers. A 429 that asks for nothing
 * (a limit on concurrency, or a firewall) is waited for as after a failure; a 503 that asks for nothing is one: null.
 */
export function throttleOf(
  { status, headers, limits, attempt }: Throttled,
  now: Date,
  random: () => number,
): Throttle | null {
  if (status !== 429 && status !== 503) return null;
  const reset = status === 429 && limits?.remaining === 0 ? limits.resetMs : null;
  const asked = Math.max(retryAfterMs(headers, now) ?? 0, limits?.retryAfterMs ?? 0, reset ?? 0);
  if (asked > 0) return { waitMs: asked, asked: true };
  return status === 429 ? { waitMs: backoffMs(attempt, random), asked: false } : null;
}
