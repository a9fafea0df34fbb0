const firstMs = 1000;
const longestMs = 30_000;

/** The wait after the nth attempt (from 1): twice as long each time, somewhere in its upper half. */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.round(Math.min(longestMs, firstMs * 2 ** (attempt - 1)) * (0.5 + random() / 2));
