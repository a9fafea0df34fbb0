import { createPerson, type Person } from '../../people.js';
import type { Country } from '../catalog/product-set.js';
import type { Seeded } from '../seeded.js';

/** Some shoppers come back: order n is from one of the first 0.7 n shoppers. */
export const shopperCountAt = (index: number): number => Math.floor(index * 0.7);

export const countryOf = (seeded: Seeded, shopper: number): Country =>
  seeded('shopper', shopper).chance(0.12) ? 'NZ' : 'AU';

export function shopperOf(seeded: Seeded, shopper: number): Person {
  const random = seeded('shopper', shopper);
  return createPerson(random, shopper, [random.chance(0.12) ? 'NZ' : 'AU']);
}
