import type { RateObservation } from '@cartograph/core';
import type { VirtualClock } from '../http/virtual-clock.js';

/** A platform with a quota a window, for tests. Windows begin at multiples of their length. */
export function createQuotaShop(clock: VirtualClock, limit: number, windowMs: number) {
  const used = new Map<number, number>();
  let refused = 0;
  const windowOf = () => Math.floor(clock.elapsed() / windowMs);
  const take = () => {
    const window = windowOf();
    const before = used.get(window) ?? 0;
    if (before >= limit) return false;
    used.set(window, before + 1);
    return true;
  };

  return {
    /** Requests of anybody that a window answered. */
    used: (window: number) => used.get(window) ?? 0,
    refused: () => refused,
    /** Another client's request; it is simply refused when nothing is left. */
    takeForOther: take,
    async answer(latencyMs: number): Promise<RateObservation> {
      await clock.host.sleep(latencyMs / 2);
      const taken = take();
      if (!taken) refused += 1;
      const resetMs = (windowOf() + 1) * windowMs - clock.elapsed();
      const remaining = limit - (used.get(windowOf()) ?? 0);
      await clock.host.sleep(latencyMs / 2);
      return { limit, remaining, resetMs, retryAfterMs: taken ? null : resetMs };
    },
  };
}
