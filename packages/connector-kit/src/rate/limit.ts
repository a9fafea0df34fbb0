import type { RateObservation } from '@cartograph/core';

/** One bound on the rate, the platform's or our own. Instants are milliseconds of the host's clock. */
export interface Limit {
  /**
   * When one more request may go beside those in flight; Infinity when one of them has to be answered first. `keepFree` is
   * the share of the quota that this request leaves to lanes above its own.
   */
  readyAt(now: number, inFlight: number, keepFree: number): number;
  started(now: number): void;
  /** What the answer of a request said; null when none came. */
  learn(now: number, observation: RateObservation | null): void;
}
