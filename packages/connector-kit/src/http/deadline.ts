/** Calls `fire` after `ms` unless the returned function is called before. */
export type StartTimer = (ms: number, fire: () => void) => () => void;

const longestTimerMs = 2 ** 31 - 1;

export const startTimer: StartTimer = (ms, fire) => {
  const timer = setTimeout(fire, Math.min(ms, longestTimerMs));
  return () => clearTimeout(timer);
};

/** A signal that follows others and can also be aborted by itself. */
export interface FollowedSignals {
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
  /** Lets go of the others: a long-lived signal must not collect a listener for every request. */
  release(): void;
}

export function followSignals(signals: readonly (AbortSignal | undefined)[]): FollowedSignals {
  const controller = new AbortController();
  const releases = signals.flatMap(signal => {
    if (signal === undefined) return [];
    const follow = () => controller.abort(signal.reason);
    if (signal.aborted) follow();
    signal.addEventListener('abort', follow, { once: true });
    return [() => signal.removeEventListener('abort', follow)];
  });
  return {
    signal: controller.signal,
    abort: (reason: unknown) => controller.abort(reason),
    release: () => {
      for (const release of releases) release();
    },
  };
}

/** Settles with the promise, or rejects with the signal's reason as soon as it aborts. */
export async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let leave = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
