import type { RateObservation } from '@cartograph/core';

/** Some paths allow no more at the same time and answer the next with 429; of those that are read, categories allow the fewest. */
export const concurrency = 40;

function numberIn(headers: Headers, name: string): number | null {
  const text = headers.get(name);
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** The quota is the store's, shared by all its API clients; `Time-Reset-Ms` is what remains of the window. */
export function readLimits(headers: Headers): RateObservation {
  const retryAfterSeconds = numberIn(headers, 'x-retry-after');
  return {
    limit: numberIn(headers, 'x-rate-limit-requests-quota'),
    remaining: numberIn(headers, 'x-rate-limit-requests-left'),
    resetMs: numberIn(headers, 'x-rate-limit-time-reset-ms'),
    retryAfterMs: retryAfterSeconds === null ? null : retryAfterSeconds * 1000,
  };
}
