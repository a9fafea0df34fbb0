import type { Host } from '@cartograph/core';

/** Time that stands still while anything happens, and otherwise passes when it is told to. */
export interface Clock extends Pick<Host, 'now' | 'sleep'> {
  pass(ms: number): Promise<void>;
}

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** Whatever waits for nothing but promises is through by then. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate);
}

export function createClock(startAt: Date): Clock {
  let presentMs = startAt.getTime();
  const sleepers = new Set<Sleeper>();
  return {
    now: () => new Date(presentMs),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const wake = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        const sleeper = { atMs: presentMs + ms, wake };
        if (signal?.aborted) return reject(signal.reason);
        sleepers.add(sleeper);
        signal?.addEventListener('abort', leave, { once: true });
      }),
    async pass(ms) {
      const endMs = presentMs + ms;
      for (;;) {
        await quiet();
        const nextMs = Math.min(...[...sleepers].map(({ atMs }) => atMs));
        if (nextMs > endMs) break;
        presentMs = Math.max(presentMs, nextMs);
        for (const { atMs, wake } of [...sleepers]) if (atMs <= presentMs) wake();
      }
      presentMs = endMs;
    },
  };
}
