import type { RateObservation } from '@cartograph/core';

/** An answer that says nothing. */
export const tellsNothing: RateObservation = { limit: null, remaining: null, resetMs: null, retryAfterMs: null };
