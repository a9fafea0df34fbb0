import type { Host } from '@cartograph/core';
import type { RateObservation } from './observation.js';
import { createOwnLimit, type RateLimit } from './own-limit.js';
import { createServerWindow } from './server-window.js';
import { createWaitingLine } from './waiting-line.js';

/** Paces every request of one shop's quota; whoever shares the quota shares the budget. */
export interface RateBudget {
  /**
   * Waits for a place, first come first served. Rejects with the signal's reason when it aborts, and with WaitTooLong
   * as soon as it is known that the place comes later than `patienceMs` from now.
   */
  acquire(signal?: AbortSignal, patienceMs?: number): Promise<void>;
  /** Exactly once for each place acquired: what its answer said, or null when it said nothing or none came. */
  observe(observation: RateObservation | null): void;
}

export interface RateBudgetOptions {
  readonly host: Pick<Host, 'now' | 'sleep'>;
  readonly requestsPerSecond?: number | undefined;
  /** Several may hold at once, such as so many a second and so many an hour. */
  readonly limits?: readonly RateLimit[] | undefined;
  /** The platform's answers say what is left; until the first has come, one request goes at a time. */
  readonly announced?: boolean | undefined;
}

/** Without limits, and while no answer tells of any, nobody waits. */
export function createRateBudget(options: RateBudgetOptions): RateBudget {
  const { host, requestsPerSecond, limits = [], announced = false } = options;
  const perSecond = requestsPerSecond === undefined ? [] : [{ requests: requestsPerSecond, windowMs: 1000 }];
  const own = [...limits, ...perSecond].map(createOwnLimit);
  const server = createServerWindow(announced);
  const line = createWaitingLine();
  /** Never goes back, and a sleep that has ended has taken its time, whatever the clock then says. */
  let present = Number.NEGATIVE_INFINITY;
  const now = () => {
    present = Math.max(present, host.now().getTime());
    return present;
  };
  let inFlight = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let alarm: { readonly at: number; readonly cancel: AbortController } | null = null;

  const readyAt = (at: number) =>
    Math.max(pausedUntil, server.readyAt(at, inFlight), ...own.map(limit => limit.readyAt(at, inFlight)));

  const silence = () => {
    alarm?.cancel.abort();
    alarm = null;
  };

  const wakeAt = (at: number) => {
    if (alarm?.at === at) return;
    silence();
    if (at === Number.POSITIVE_INFINITY) return;
    const mine = { at, cancel: new AbortController() };
    alarm = mine;
    const unlessCanceled = (then: () => void) => {
      if (alarm !== mine) return;
      alarm = null;
      then();
    };
    host.sleep(at - present, mine.cancel.signal).then(
      () =>
        unlessCanceled(() => {
          present = Math.max(present, at);
          serve();
        }),
      (reason: unknown) => unlessCanceled(() => line.refuseAll(reason)),
    );
  };

  const serve = () => {
    for (;;) {
      if (line.empty) return silence();
      const ready = readyAt(now());
      if (ready > present) {
        if (ready !== Number.POSITIVE_INFINITY) line.dismiss(present, ready);
        return line.empty ? silence() : wakeAt(ready);
      }
      inFlight += 1;
      line.admit();
    }
  };

  return {
    async acquire(signal, patienceMs = Number.POSITIVE_INFINITY) {
      signal?.throwIfAborted();
      const joined = line.join(now() + patienceMs, signal);
      serve();
      await joined;
    },
    observe(observation) {
      const at = now();
      inFlight = Math.max(0, inFlight - 1);
      for (const limit of own) limit.answered(at);
      server.learn(at, observation);
      const retryAfterMs = observation?.retryAfterMs ?? null;
      if (retryAfterMs !== null) pausedUntil = Math.max(pausedUntil, at + retryAfterMs);
      serve();
    },
  };
}
