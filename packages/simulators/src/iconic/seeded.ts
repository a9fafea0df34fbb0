import { createRandom, type Random } from '../random.js';

const kinds = { order: 0, shopper: 1, product: 2, happening: 3, traits: 4, uuid: 5, token: 6, adjustment: 7 } as const;

/** An independent random stream for each numbered thing of a kind: order 7 is the same in every shop of this seed. */
export type Seeded = (kind: keyof typeof kinds, number: number) => Random;

export const createSeeded =
  (seed: number): Seeded =>
  (kind, number) =>
    createRandom(seed, number * 8 + kinds[kind]);

const word = (random: Random) =>
  Math.floor(random.next() * 4_294_967_296)
    .toString(16)
    .padStart(8, '0');

export function uuid(random: Random): string {
  const [a, b, c, d] = [word(random), word(random), word(random), word(random)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
}
