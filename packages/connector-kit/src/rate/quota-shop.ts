import type { RateObservation } from '@cartograph/core';
import type { VirtualClock } from '../http/virtual-clock.js';
import { tellsNothing } from './observation.js';

export interface QuotaShopOptions {
  readonly limit: number;
  readonly windowMs: number;
  /** Windows begin at multiples of their length, or every span of that length counts. */
  readonly counts?: 'windows' | 'spans';
  /** Nothing of the quota stands in the answers. */
  readonly silent?: boolean;
}

/** A platform with a quota, for tests. */
export function createQuotaShop(clock: VirtualClock, options: QuotaShopOptions) {
  const { limit, windowMs, counts = 'windows', silent = false } = options;
  const used = new Map<number, number>();
  /** When the last ones arrived that still count in some span. */
  const recent: number[] = [];
  let refused = 0;
  const now = () => clock.host.now().getTime();
  const windowOf = (at: number) => Math.floor(at / windowMs);
  const begin = windowOf(now());
  const counted = () => {
    if (counts === 'windows') return used.get(windowOf(now())) ?? 0;
    while (recent[0] !== undefined && recent[0] <= now() - windowMs) recent.shift();
    return recent.length;
  };
  const take = () => {
    if (counted() >= limit) return false;
    used.set(windowOf(now()), (used.get(windowOf(now())) ?? 0) + 1);
    if (counts === 'spans') recent.push(now());
    return true;
  };

  return {
    /** Requests of anybody that the nth window since the beginning answered. */
    used: (window: number) => used.get(begin + window) ?? 0,
    refused: () => refused,
    /** Another client's request; it is simply refused when nothing is left. */
    takeForOther: take,
    async answer(latencyMs: number): Promise<RateObservation> {
      await clock.host.sleep(latencyMs / 2);
      const isTaken = take();
      if (!isTaken) refused += 1;
      const resetMs = (windowOf(now()) + 1) * windowMs - now();
      const told = silent ? tellsNothing : { limit, remaining: limit - counted(), resetMs };
      const answer = {
        ...tellsNothing,
        ...told,
        retryAfterMs: isTaken ? null : resetMs,
        refusal: isTaken ? null : { asked: true },
        answeredAtMs: Math.floor(now() / 1000) * 1000,
      };
      await clock.host.sleep(latencyMs / 2);
      return answer;
    },
  };
}
