import { type Host, silentLogger } from '@cartograph/core';
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

/** The real world: the network, the system's clock and timers, and no log. */
export const createHost = (overrides: Partial<Host> = {}): Host => ({
  fetch,
  now: () => new Date(),
  sleep,
  logger: silentLogger,
  ...overrides,
});
