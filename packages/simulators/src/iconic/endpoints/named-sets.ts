import type { Call } from '../../http.js';
import type { ProductSetRecord } from '../catalog/product-set.js';
import { readQuery } from '../query.js';
import type { World } from '../world.js';

/** The ids in `productSetIds[]`: at least one and at most a hundred. */
export function namedSetIds({ query }: Call): readonly number[] {
  const read = readQuery(query);
  const ids = read.integers('productSetIds');
  read.require('productSetIds', ids);
  read.atMost('productSetIds', ids, 100);
  read.check();
  return ids ?? [];
}

/** The sets of these ids; unknown ones are left out. */
export const namedSets = (world: World, call: Call): ProductSetRecord[] =>
  namedSetIds(call).flatMap(id => world.shop.catalog.set(id) ?? []);
