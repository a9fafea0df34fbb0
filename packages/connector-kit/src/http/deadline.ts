/** Calls `fire` after `ms` unless the returned function is called before. */
export type StartTimer = (ms: number, fire: () => void) => () => void;

const longestTimerMs = 2 ** 31 - 1;

export const startTimer: StartTimer = (ms, fire) => {
  const timer = setTimeout(fire, Math.min(ms, longestTimerMs));
  return () => clearTimeout(timer);
};

/** Bounds the time of one request, inside the signal that may end the whole call. */
export interface Deadline {
  /** Aborts when the time is over or the outer signal aborts. */
  readonly signal: AbortSignal;
  start(ms: number): void;
  passed(): boolean;
  /** Settles with the promise, or rejects as soon as the signal aborts: not every fetch heeds its signal. */
  race<Value>(promise: Promise<Value>): Promise<Value>;
  end(): void;
}

const nothing = () => {};

export function createDeadline(outer: AbortSignal | undefined, timer: StartTimer): Deadline {
  const controller = new AbortController();
  let giveUp: (reason: unknown) => void = nothing;
  let stop: () => void = nothing;
  let passed = false;
  const abort = (reason: unknown) => {
    controller.abort(reason);
    giveUp(reason);
  };
  const follow = () => abort(outer?.reason);
  outer?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    start(ms) {
      stop = timer(ms, () => {
        passed = true;
        abort(new Error(`no answer within ${ms} ms`));
      });
    },
    passed: () => passed,
    race: promise =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        if (outer?.aborted) follow();
        promise.then(resolve, reject);
      }),
    end() {
      stop();
      // What stays of a request until the next full collection leads here: it must not lead to the answer, which may be a long page.
      giveUp = nothing;
      stop = nothing;
      outer?.removeEventListener('abort', follow);
    },
  };
}
