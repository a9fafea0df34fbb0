import { createRandom } from '../random.js';

export const historyStart = Date.UTC(2025, 6, 1);
export const historyEnd = Date.UTC(2026, 5, 30, 23, 59);

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const wholeSecond = (at: number): number => Math.floor(at / 1000) * 1000;

/** Magento's time stamp: UTC without saying so, to the second. */
export const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** When order `index` (from 0) of `count` was placed: even slots over the history, jittered within the slot. */
export function orderInstant(seed: number, index: number, count: number): number {
  const slot = (historyEnd - historyStart) / count;
  const jitter = createRandom(seed, 7_000_001 + index).next();
  return wholeSecond(historyStart + slot * (index + 0.02 + 0.96 * jitter));
}

/** The shop's clock: the end of its history, plus what `advance` added, plus the time that has passed since. */
export interface Clock {
  now(): number;
  /** Moves the clock on and gives the new time, at a whole second. */
  move(milliseconds: number): number;
}

export function createClock(elapsedMs: () => number): Clock {
  let offset = 0;
  const now = () => historyEnd + offset + elapsedMs();
  return {
    now,
    move: milliseconds => {
      offset += milliseconds;
      return wholeSecond(now());
    },
  };
}
