import { createRandom, type Random } from '../../random.js';

/** Each kind of record draws from its own streams, so that record 7 is the same whatever else the shop holds. */
const kinds = { product: 1, customer: 2, address: 3, order: 4, lifecycle: 5, jitter: 6, advance: 7 } as const;

export const randomFor = (seed: number, kind: keyof typeof kinds, number: number): Random =>
  createRandom(seed, kinds[kind] * 10_000_000 + number);
