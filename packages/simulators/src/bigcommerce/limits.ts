export type Plan = 'standard' | 'pro' | 'enterprise';

/** Requests that each plan allows in a window of thirty seconds. */
const quotas: Record<Plan, number> = { standard: 150, pro: 450, enterprise: 65_000 };

const windowMs = 30_000;

export interface RateLimiter {
  /** Counts one request. `headers` go on its answer, whatever that is. */
  take(): { readonly allowed: boolean; readonly headers: Record<string, string> };
}

/**
 * Windows stand still on the shop's clock; a request beyond the quota has to wait for the next one. `others` is how many
 * requests another application makes for each of ours.
 */
export function createRateLimiter(plan: Plan, now: () => number, others = 0): RateLimiter {
  const quota = quotas[plan];
  let window = Number.NaN;
  let used = 0;
  return {
    take() {
      const instant = now();
      const current = Math.floor(instant / windowMs);
      if (current !== window) {
        window = current;
        used = 0;
      }
      const allowed = used < quota;
      if (allowed) used = Math.min(quota, used + 1 + others);
      const resetMs = (current + 1) * windowMs - instant;
      return {
        allowed,
        headers: {
          'x-rate-limit-time-window-ms': String(windowMs),
          'x-rate-limit-time-reset-ms': String(Math.ceil(resetMs)),
          'x-rate-limit-requests-quota': String(quota),
          'x-rate-limit-requests-left': String(quota - used),
          ...(allowed ? {} : { 'x-retry-after': String(Math.ceil(resetMs / 1000)) }),
        },
      };
    },
  };
}
