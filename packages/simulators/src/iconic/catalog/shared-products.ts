/** Products that other sellers offer: whoever has one too offers it under the same number. */
export interface SharedProduct {
  /** Its number over all sellers. */
  readonly sin: string;
  readonly name: string;
  readonly description: string;
  readonly brandId: number;
  readonly categoryId: number;
  readonly price: number;
}

const table = [
  ['Cove Canvas Tote', 303, 19, 59.95],
  ['Fernhill Merino Knit', 306, 12, 189],
  ['Dune Leather Belt', 304, 20, 79.95],
] as const;

export const sharedProducts: readonly SharedProduct[] = table.map(([name, brandId, categoryId, price], index) => ({
  sin: `SIN${90_001 + index}`,
  name,
  description: `<p>${name}</p>`,
  brandId,
  categoryId,
  price,
}));
