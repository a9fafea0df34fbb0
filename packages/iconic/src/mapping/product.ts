import { absent, always, derived, each, id, latest, mapper, optionalId, text } from '@cartograph/connector-kit';
import type { Product } from '@cartograph/core';
import type { NativeImage, NativeProductSetBody } from '../native/product-set.js';
import type { IconicShop } from '../shop.js';
import { instant } from './instant.js';
import { toVariant, variantSources, variantStatus } from './variant.js';

const toImage = mapper<NativeImage, Product['images'][number], IconicShop>({
  url: image => id(image.displayUrl),
  alt: absent('images have no text'),
});

function statusOf(body: NativeProductSetBody): Product['status'] {
  const statuses = new Set(variantSources(body).map(variantStatus));
  return (
    (['published', 'unpublished', 'unknown', 'deleted'] as const).find(status => statuses.has(status)) ?? 'unknown'
  );
}

function categoryIds({ productSet }: NativeProductSetBody): string[] {
  const ids = [productSet.primaryCategoryId, ...(productSet.categories ?? [])].map(optionalId);
  return [...new Set(ids.filter(found => found !== null))];
}

export const toProduct = mapper<NativeProductSetBody, Product, IconicShop>({
  id: ({ productSet }) => id(productSet.id),
  createdAt: ({ productSet }, shop) => instant(productSet.createdAt, shop),
  sourceModifiedAt: derived('the latest change of the set or one of its products', ({ productSet, products }, shop) =>
    latest(instant(productSet.updatedAt, shop), ...products.map(product => instant(product.updatedAt, shop))),
  ),
  derived: always(false, 'the platform has product sets'),
  name: ({ productSet }) => text(productSet.name),
  description: ({ productSet }) => text(productSet.description),
  type: derived('variants when there are several sizes', ({ products }) =>
    products.length > 1 ? 'variants' : 'simple',
  ),
  typeRaw: absent('product sets have no type'),
  brand: ({ brand }) => text(brand?.name),
  categoryIds,
  images: each(toImage, ({ images }) => (images ?? []).filter(({ displayUrl }) => text(displayUrl) !== null)),
  status: derived('published when one of its products is, deleted when all are', statusOf),
  statusRaw: ({ productSet }) => text(productSet.status),
  isGiftCard: always(false, 'the marketplace sells no gift cards for its sellers'),
  taxClass: absent('a tax class has an id and nothing that tells what it is'),
  variants: each(toVariant, variantSources),
});
