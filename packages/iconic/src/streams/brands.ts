import type { IconicClient } from '../client.js';
import { unlessForbidden } from '../errors.js';
import type { NativeBrand } from '../native/product-set.js';

/** Brands by their ids; null for one that is not listed, or where the account may not read them. */
export type ReadBrands = (brandIds: readonly string[]) => Promise<ReadonlyMap<string, NativeBrand | null>>;

/** Brands are the same for many sets, and are asked for once. */
export function createBrands({ brands }: IconicClient): ReadBrands {
  const known = new Map<string, Promise<NativeBrand | null>>();
  const ask = (wanted: readonly string[]): void => {
    const page = unlessForbidden(brands.list({ brandIds: wanted, includeInaccessible: true }));
    for (const brandId of wanted) {
      const found = page.then(answer => answer?.items.find(({ id }) => String(id) === brandId) ?? null);
      known.set(brandId, found);
      found.catch(() => known.delete(brandId));
    }
  };
  return async brandIds => {
    const wanted = brandIds.filter(brandId => !known.has(brandId));
    if (wanted.length > 0) ask(wanted);
    return new Map(
      await Promise.all(brandIds.map(async brandId => [brandId, (await known.get(brandId)) ?? null] as const)),
    );
  };
}
