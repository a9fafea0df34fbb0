import { type Host, silentLogger } from '@cartograph/core';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Time for tests: it stands still while anything happens, and jumps to the next sleeper when nothing does. */
export interface VirtualClock {
  readonly host: Omit<Host, 'fetch'>;
  /** Milliseconds since the test began. */
  elapsed(): number;
  /** Lets time pass until the promise settles. A promise that waits for nothing that could come rejects. */
  run<Value>(promise: Promise<Value>): Promise<Value>;
}

const nextTurn = () => new Promise<void>(resolve => setImmediate(resolve));

export function createVirtualClock(start = '2026-01-01T00:00:00Z', turns = 3): VirtualClock {
  const begin = Date.parse(start);
  let present = begin;
  let sleepers: Sleeper[] = [];

  const sleep: Host['sleep'] = (ms, signal) =>
    new Promise((resolve, reject) => {
      const leave = () => {
        sleepers = sleepers.filter(other => other !== sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const sleeper = { at: present + ms, wake };
      if (signal?.aborted) return leave();
      sleepers.push(sleeper);
      signal?.addEventListener('abort', leave, { once: true });
    });

  return {
    host: { now: () => new Date(present), sleep, logger: silentLogger },
    elapsed: () => present - begin,
    async run(promise) {
      let settled = false;
      const done = () => {
        settled = true;
      };
      promise.then(done, done);
      for (;;) {
        for (let turn = 0; turn < turns; turn += 1) await nextTurn();
        if (settled) return promise;
        const next = Math.min(...sleepers.map(sleeper => sleeper.at));
        if (next === Number.POSITIVE_INFINITY) throw new Error('everything waits and nothing sleeps');
        present = Math.max(present, next);
        const due = sleepers.filter(sleeper => sleeper.at <= present);
        sleepers = sleepers.filter(sleeper => sleeper.at > present);
        for (const sleeper of due) sleeper.wake();
      }
    },
  };
}
