/** A stream of pseudo-random numbers that depends on nothing but its seed (mulberry32). */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with probability `share`. */
  chance(share: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Picks by weight: `weighted([['card', 8], ['voucher', 2]])`. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** `count` hexadecimal digits. */
  hex(count: number): string;
}

/** Different `salt`s of one seed give independent streams, so record 7 is the same however many come before it. */
export function createRandom(seed: number, salt = 0): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(choices: readonly T[]): T => choices[int(0, choices.length - 1)] as T;
  return {
    next,
    int,
    chance: share => next() < share,
    pick,
    weighted: choices => {
      let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        rest -= weight;
        if (rest < 0) return choice;
      }
      return (choices.at(-1) as (typeof choices)[number])[0];
    },
    hex: count => Array.from({ length: count }, () => pick([...'0123456789abcdef'])).join(''),
  };
}
