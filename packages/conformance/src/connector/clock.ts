/** Time that passes only when someone sleeps, so that hours of waiting take no time in a test. */
export interface VirtualClock {
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds since the clock was made. */
  readonly elapsedMs: () => number;
}

export function createVirtualClock(start: Date): VirtualClock {
  let elapsed = 0;
  return {
    now: () => new Date(start.getTime() + elapsed),
    elapsedMs: () => elapsed,
    sleep: async (ms, signal) => {
      const until = elapsed + ms;
      await Promise.resolve();
      signal?.throwIfAborted();
      elapsed = Math.max(elapsed, until);
    },
  };
}
