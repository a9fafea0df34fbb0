import { problem } from './problems.js';

export type RetryAfter = 'none' | 'seconds' | 'date';

/** Counts requests in whole seconds of the shop's clock. Answers the refusal, or undefined when there is room. */
export function createRateLimit(perSecond: number, retryAfter: RetryAfter, now: () => number) {
  let second = Number.NaN;
  let used = 0;
  return (): Response | undefined => {
    const current = Math.floor(now() / 1000);
    if (current !== second) {
      second = current;
      used = 0;
    }
    used += 1;
    if (used <= perSecond) return undefined;
    const response = problem(429, 'Too Many Requests', 'The request limit of this seller is exceeded.');
    if (retryAfter === 'seconds') response.headers.set('retry-after', '1');
    if (retryAfter === 'date') response.headers.set('retry-after', new Date((current + 1) * 1000).toUTCString());
    return response;
  };
}
