import { type Host, silentLogger } from '@cartograph/core';
import { createRateBudgets } from '../rate/budgets.js';
import { startTimer } from './deadline.js';
import { createFetch } from './fetch.js';

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
const sleep: Host['sleep'] = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const wake = () => {
      stop();
      reject(signal?.reason);
    };
    const stop = startTimer(ms, () => {
      signal?.removeEventListener('abort', wake);
      resolve();
    });
    signal?.addEventListener('abort', wake, { once: true });
  });

/** One for all hosts: connections are kept and used again. */
const fetch = createFetch();

/** The real world: the network, the system's clock and timers, no log, and one rate budget a shop for all that it opens. */
export function createHost(overrides: Partial<Host> = {}): Host {
  const host: Host = { fetch, now: () => new Date(), sleep, logger: silentLogger, ...overrides };
  return { budgets: createRateBudgets({ host }), ...host };
}
