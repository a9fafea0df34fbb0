/** Places that are kept free for lanes above until the end of a window, and then for nobody, are lost. */
const givenAwayMs = 1000;

/** A window with its quota, of which `keepFree` (a share) is left to lanes above. */
export interface ReservedWindow {
  readonly limit: number;
  readonly lengthMs: number;
  readonly keepFree: number;
}

/** How many places are kept free when the window goes on for `leftMs`: fewer and fewer, and none in its last second. */
export const reserved = ({ limit, lengthMs, keepFree }: ReservedWindow, leftMs: number): number =>
  Math.floor((limit * keepFree * Math.max(0, leftMs - givenAwayMs)) / lengthMs);

/** How long the window still goes on when no more than `places` are kept free, in whole milliseconds. */
export const leftWithReserve = ({ limit, lengthMs, keepFree }: ReservedWindow, places: number): number =>
  Math.ceil(givenAwayMs + ((places + 1) * lengthMs) / (limit * keepFree)) - 1;
