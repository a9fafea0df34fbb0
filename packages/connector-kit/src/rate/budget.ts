import { type Host, type Lane, lanes, type RateBudget, type RateLimit, type RateSettings } from '@cartograph/core';
import type { Limit } from './limit.js';
import { createOwnLimit } from './own-limit.js';
import { createServerWindow } from './server-window.js';
import { createTurns, type Floors } from './turns.js';
import { createWaitingLine, WaitTooLong } from './waiting-line.js';

export interface RateBudgetOptions extends RateSettings {
  readonly host: Pick<Host, 'now' | 'sleep'>;
  readonly floors?: Partial<Floors> | undefined;
}

/**
 * Within a lane, first come first served. Without limits, and while no answer tells of any, nobody waits. After a refusal
 * that did not say how long to wait, and after a second one in a row, one request goes alone, and the others when it was answered.
 */
export function createRateBudget({ host, floors, announced = false, ...settings }: RateBudgetOptions): RateBudget {
  const limits: Limit[] = [createServerWindow(announced)];
  const known: RateLimit[] = [];
  const turns = createTurns(floors);
  const lines = { interactive: createWaitingLine(), incremental: createWaitingLine(), backfill: createWaitingLine() };
  const waits = (lane: Lane) => !lines[lane].empty;
  /** Never goes back, and a sleep that has ended has taken its time, whatever the clock then says. */
  let present = Number.NEGATIVE_INFINITY;
  const now = () => {
    present = Math.max(present, host.now().getTime());
    return present;
  };
  let inFlight = 0;
  let mostInFlight = Number.POSITIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let refusals = 0;
  /** One request goes alone, to see whether there is room again. */
  let probing = false;
  let alarm: { readonly at: number; readonly cancel: AbortController } | null = null;

  const start = () => {
    inFlight += 1;
    for (const limit of limits) limit.started(present);
  };

  const readyAt = (lane: Lane) => {
    if (inFlight >= (probing ? 1 : mostInFlight)) return Number.POSITIVE_INFINITY;
    const keepFree = turns.keepFree(lane);
    return Math.max(pausedUntil, ...limits.map(limit => limit.readyAt(present, inFlight, keepFree)));
  };

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
      (reason: unknown) =>
        unlessCanceled(() => {
          for (const lane of lanes) lines[lane].refuseAll(reason);
        }),
    );
  };

  /** Lets in whoever's turn it is, or says when to look again. */
  const serveOne = (): number | null => {
    let earliest = Number.POSITIVE_INFINITY;
    for (const lane of turns.order().filter(waits)) {
      const ready = readyAt(lane);
      if (ready <= present) {
        start();
        lines[lane].admit();
        turns.given(lane, waits);
        return null;
      }
      if (ready !== Number.POSITIVE_INFINITY) lines[lane].dismiss(present, ready);
      if (waits(lane)) earliest = Math.min(earliest, ready);
    }
    return earliest;
  };

  const serve = () => {
    now();
    let next = serveOne();
    while (next === null) next = serveOne();
    wakeAt(next);
  };

  const nextRefusal = (at: number) => Math.max(1, at < pausedUntil ? refusals : refusals + 1);

  const keepTo = ({ limits: more = [], concurrency = Number.POSITIVE_INFINITY }: RateSettings) => {
    for (const limit of more) {
      if (known.some(other => other.requests === limit.requests && other.windowMs === limit.windowMs)) continue;
      known.push(limit);
      limits.push(createOwnLimit(limit));
    }
    mostInFlight = Math.min(mostInFlight, concurrency);
  };
  keepTo(settings);

  /** Past the line: only a pause holds it up. */
  const startAhead = async (patientUntil: number, signal: AbortSignal | undefined) => {
    while (now() < pausedUntil) {
      if (pausedUntil > patientUntil) throw new WaitTooLong(pausedUntil - present);
      const until = pausedUntil;
      await host.sleep(until - present, signal);
      present = Math.max(present, until);
    }
    start();
  };

  return {
    async acquire({ lane = 'interactive', signal, patienceMs = Number.POSITIVE_INFINITY, ahead = false } = {}) {
      signal?.throwIfAborted();
      const patientUntil = now() + patienceMs;
      if (ahead) return startAhead(patientUntil, signal);
      const joined = lines[lane].join(patientUntil, signal);
      serve();
      await joined;
    },
    observe(observation) {
      const at = now();
      inFlight = Math.max(0, inFlight - 1);
      for (const limit of limits) limit.learn(at, observation);
      if (observation?.refusal) {
        refusals = nextRefusal(at);
        probing = refusals > 1 || !observation.refusal.asked;
      } else if (observation !== null && at >= pausedUntil) {
        refusals = 0;
        probing = false;
      }
      const retryAfterMs = observation?.retryAfterMs ?? null;
      if (retryAfterMs !== null) pausedUntil = Math.max(pausedUntil, at + retryAfterMs);
      serve();
    },
    nextRefusal: () => nextRefusal(now()),
    keepTo,
  };
}
