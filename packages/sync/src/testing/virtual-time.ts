import type { Host } from '@cartograph/core';
import { literalHost } from './literal.js';

/** A host whose time stands still while anything happens, and jumps to the next sleeper when nothing does. */
export interface VirtualTime {
  readonly host: Host;
  elapsedMs(): number;
  /** Lets time pass until the promise settles; aborts the host's signal after `forMs`. */
  run<Value>(promise: Promise<Value>, forMs: number): Promise<Value>;
}

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

export function createVirtualTime(): VirtualTime {
  const controller = new AbortController();
  const beganMs = Date.parse('2026-02-01T00:00:00Z');
  let presentMs = beganMs;
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
      const sleeper = { atMs: presentMs + ms, wake };
      if (signal?.aborted) return leave();
      sleepers.push(sleeper);
      signal?.addEventListener('abort', leave, { once: true });
    });
  return {
    host: { ...literalHost(controller.signal), now: () => new Date(presentMs), sleep, random: () => 1 },
    elapsedMs: () => presentMs - beganMs,
    async run(promise, forMs) {
      let settled = false;
      const done = () => {
        settled = true;
      };
      promise.then(done, done);
      for (;;) {
        for (let turn = 0; turn < 5; turn += 1) await new Promise(resolve => setImmediate(resolve));
        if (settled) return promise;
        const next = Math.min(...sleepers.map(({ atMs }) => atMs));
        presentMs = controller.signal.aborted ? next : Math.min(next, beganMs + forMs);
        const due = sleepers.filter(({ atMs }) => atMs <= presentMs);
        sleepers = sleepers.filter(({ atMs }) => atMs > presentMs);
        for (const { wake } of due) wake();
        if (presentMs >= beganMs + forMs) controller.abort(new Error('stopped'));
      }
    },
  };
}
