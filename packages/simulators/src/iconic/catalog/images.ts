import type { ImageRecord, ProductSetRecord } from './product-set.js';

const seededImages = (set: ProductSetRecord): ImageRecord[] =>
  Array.from({ length: set.images }, (_, index) => ({
    id: set.id * 10 + index,
    position: index + 1,
    url: `https://static.theiconic.example/p/${set.configSku.toLowerCase()}-${index + 1}.jpg`,
    createdAt: set.createdAt,
    updatedAt: set.createdAt,
  }));

/** By position: the first is the main image. Two may share a position. */
export const imagesOf = (set: ProductSetRecord): readonly ImageRecord[] =>
  (set.gallery ?? seededImages(set)).toSorted((left, right) => left.position - right.position || left.id - right.id);

/** The list to add to and to remove from. */
export function galleryOf(set: ProductSetRecord): ImageRecord[] {
  set.gallery ??= seededImages(set);
  return set.gallery;
}
