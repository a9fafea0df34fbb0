import { type Lane, lanes } from '@cartograph/core';

/** The share of a shop's requests that each lane gets however busy the others are. Together at most 1. */
export type Floors = Readonly<Record<Lane, number>>;

export const usualFloors: Floors = { interactive: 0.1, incremental: 0.3, backfill: 0.1 };

/** Sums of shares are not exact. */
const nearlyOne = 1 - 1e-9;

/** Whose turn it is among the lanes that wait. */
export interface Turns {
  /** The lanes in the order in which they may go: those that are owed a place by their floor, then from the highest. */
  order(): readonly Lane[];
  /**
   * The share of the quota that a lane leaves, as long as a window goes on, to those above: incremental what interactive is
   * sure of, backfill everything, so that it goes at an even pace. Nothing where a lane is owed a place itself.
   */
  keepFree(lane: Lane): number;
  /** A place was given to `lane` while `waits` told who waited. */
  given(lane: Lane, waits: (lane: Lane) => boolean): void;
}

/** Throws a RangeError for floors that are no shares of one whole. */
export function createTurns(given: Partial<Floors> = {}): Turns {
  const floors: Floors = { ...usualFloors, ...given };
  const all = Object.values(floors);
  if (!all.every(floor => floor >= 0) || all.reduce((sum, floor) => sum + floor, 0) > 1)
    throw new RangeError('floors of lanes are shares from 0, and together at most 1');
  /** Places that a lane is owed: its floor of each one given away while it waited. */
  const owed: Record<Lane, number> = { interactive: 0, incremental: 0, backfill: 0 };
  const left: Record<Lane, number> = { interactive: 0, incremental: floors.interactive, backfill: 1 };
  const isOwed = (lane: Lane) => owed[lane] >= nearlyOne;
  return {
    order: () => [...lanes.filter(isOwed), ...lanes.filter(lane => !isOwed(lane))],
    keepFree: lane => (isOwed(lane) ? 0 : left[lane]),
    given(taker, waits) {
      for (const lane of lanes) {
        if (lane === taker) owed[lane] = Math.max(0, owed[lane] + floors[lane] - 1);
        else if (waits(lane)) owed[lane] += floors[lane];
      }
    },
  };
}
