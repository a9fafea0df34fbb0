/** The history of every simulated shop lies between these two instants (milliseconds since 1970, UTC). */
export const historyStart = Date.UTC(2025, 6, 1);
export const historyEnd = Date.UTC(2026, 5, 30, 23, 59);

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The shop's own time: the end of its history, plus what it has lived on, plus what has passed since it was made. */
export interface Clock {
  now(): number;
  moveOn(milliseconds: number): void;
}

export function createClock(elapsedMs: () => number): Clock {
  let livedMs = 0;
  return {
    now: () => historyEnd + livedMs + elapsedMs(),
    moveOn: milliseconds => {
      livedMs += milliseconds;
    },
  };
}

/** Whole seconds: the platform stores no finer time. */
export const toSecond = (instant: number): number => Math.floor(instant / 1000) * 1000;
