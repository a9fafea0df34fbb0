import type { Connection } from './storage.js';

/** A person leaves the shop alone: no run asks it before a person resumes it. */
export const paused = (connection: Connection, pausedBecause: string): Connection => ({
  ...connection,
  ...{ pausedBecause, pausedByUser: true },
});

/** Whoever or whatever paused it. */
export const resumed = ({ pausedByUser: _, ...connection }: Connection): Connection => ({
  ...connection,
  pausedBecause: null,
});
