import type { ProductSetRecord } from './product-set.js';

export interface ProductTag {
  readonly id: number;
  readonly name: string;
}

/** The marketplace gives them; sellers only see and filter by them. */
export const productTags: readonly ProductTag[] = ['New season', 'Considered', 'Outlet'].map((name, index) => ({
  id: 61 + index,
  name,
}));

export const tagsOf = (set: ProductSetRecord): readonly ProductTag[] =>
  productTags.filter((_, index) => set.id % (7 + index) === 0);
