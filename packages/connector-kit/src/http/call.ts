import { WaitTooLong } from '../rate/waiting-line.js';
import type { createAttempt, Outgoing } from './attempt.js';
import { failureOf } from './failure.js';
import type { Teller } from './hooks.js';
import { type Outcome, statusOf } from './outcome.js';
import { type RepeatRules, type Trouble, troubleOf, waitBeforeRepeat } from './repeat.js';
import type { HttpAnswer, HttpOptions } from './types.js';

/** Runs one attempt when there is room for it among those at the same time. */
export type Enqueue = (task: () => Promise<Outcome>, signal: AbortSignal | undefined) => Promise<Outcome>;

export interface CallRules extends Omit<RepeatRules, 'times'> {
  readonly maxWaitMs: number;
}

/** What all calls of one Http share. */
export interface Caller {
  readonly options: HttpOptions;
  readonly attemptOnce: ReturnType<typeof createAttempt>;
  readonly tell: Teller;
}

/** One call to its end: attempts, the waits between them, and in each attempt one refresh after a 401. */
export async function performCall(
  { options, attemptOnce, tell }: Caller,
  enqueue: Enqueue,
  outgoing: Outgoing,
  rules: CallRules,
): Promise<HttpAnswer> {
  const { connector, host, budget } = options;
  const { signal, url, method } = outgoing;
  let waitedMs = 0;
  const troubles = new Map<Trouble, number>();

  const paced = async (attempt: number): Promise<Outcome> => {
    const askedAt = host.now().getTime();
    try {
      await budget.acquire({
        lane: host.lane,
        signal,
        patienceMs: rules.maxWaitMs - waitedMs,
        ahead: !outgoing.signed,
      });
    } catch (cause) {
      if (cause instanceof WaitTooLong) return { kind: 'starved', waitMs: cause.waitMs, secrets: [] };
      throw cause;
    }
    const heldMs = host.now().getTime() - askedAt;
    waitedMs += heldMs;
    if (heldMs > 0) tell?.throttled(outgoing, attempt, { reason: 'paced', waitMs: heldMs });
    return attemptOnce(outgoing, attempt);
  };

  /** What was refused keeps its place: behind all who wait, it would find the next credentials used up as well. */
  const refreshed = async (attempt: number): Promise<Outcome> => {
    const outcome = await paced(attempt);
    if (options.refresh === undefined || !outgoing.signed) return outcome;
    if (outcome.kind !== 'refused' || outcome.status !== 401) return outcome;
    return (await options.refresh(outcome.signed, outcome.text)) === false ? outcome : paced(attempt);
  };

  for (let attempt = 1; ; attempt += 1) {
    const outcome = await enqueue(() => refreshed(attempt), signal);
    if (outcome.kind === 'answered') return outcome.answer;
    const throttle = outcome.kind === 'refused' ? outcome.throttle : null;
    if (throttle !== null) tell?.throttled(outgoing, attempt, { reason: 'refused', waitMs: throttle.waitMs });
    const trouble = troubleOf(outcome);
    const times = 1 + ((trouble && troubles.get(trouble)) ?? 0);
    if (trouble !== null) troubles.set(trouble, times);
    const waitMs = trouble && waitBeforeRepeat(outcome, trouble, { ...rules, times });
    if (waitMs === null || waitedMs + waitMs > rules.maxWaitMs) {
      throw failureOf(outcome, { method, url, attempts: attempt }, options);
    }
    const status = statusOf(outcome);
    tell?.retry(outgoing, attempt, { status, waitMs });
    host.logger.debug(
      { connector, host: url.host, method, failure: outcome.kind, status, attempt, waitMs },
      'repeating',
    );
    // After a throttle the budget waits, for all who share it.
    if (throttle === null) {
      await host.sleep(waitMs, signal);
      waitedMs += waitMs;
    }
  }
}
