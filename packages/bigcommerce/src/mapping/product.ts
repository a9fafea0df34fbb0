import { always, derived, each, id, mapper, optionalId, text } from '@cartograph/connector-kit';
import type { Product } from '@cartograph/core';
import { instant } from '../native/instant.js';
import type { NativeProduct, NativeVariant, ProductBody } from '../native/product.js';
import type { BigCommerceShop } from '../shop.js';
import { productStatus, toVariant } from './variant.js';

function typeOf({ type, variants }: NativeProduct): Product['type'] {
  const native = text(type);
  if (native === 'digital') return 'digital';
  if (native !== 'physical') return 'unknown';
  return (variants ?? []).some(({ option_values }) => (option_values ?? []).length > 0) ? 'variants' : 'simple';
}

function imagesOf({ images }: NativeProduct): Product['images'] {
  const position = (order: unknown) => Number(text(order) ?? 0);
  const sorted = [...(images ?? [])].sort((left, right) => position(left.sort_order) - position(right.sort_order));
  return sorted.flatMap(image => {
    const url = text(image.url_standard) ?? text(image.image_url);
    return url === null ? [] : [{ url, alt: text(image.description) }];
  });
}

/** Where the variants were not included the product stands for its only one, under its own id. */
const variantsOf = ({ variants, id: productId }: NativeProduct): readonly NativeVariant[] =>
  variants && variants.length > 0 ? variants : [{ id: productId }];

const brandOf = ({ product }: ProductBody, { brands }: BigCommerceShop): string | null => {
  const brand = optionalId(product.brand_id);
  return brand === null ? null : (brands[brand] ?? null);
};

export const toProduct = mapper<ProductBody, Product, BigCommerceShop>({
  id: ({ product }) => id(product.id),
  createdAt: ({ product }) => instant(product.date_created),
  sourceModifiedAt: ({ product }) => instant(product.date_modified),
  derived: always(false, 'products are records of the platform'),
  name: ({ product }) => text(product.name),
  description: ({ product }) => text(product.description),
  type: derived('digital, else by whether its variants have options', ({ product }) => typeOf(product)),
  typeRaw: ({ product }) => text(product.type),
  brand: brandOf,
  categoryIds: ({ product }) => (product.categories ?? []).map(optionalId).filter(category => category !== null),
  images: ({ product }) => imagesOf(product),
  status: derived('published when visible and not disabled', ({ product }) => productStatus(product)),
  statusRaw: ({ product }) => text(product.availability),
  isGiftCard: always(false, 'gift certificates are no products'),
  taxClass: ({ product }) => text(product.tax_class_id),
  variants: each(toVariant, ({ product, inventory }) =>
    variantsOf(product).map(variant => ({ variant, product, inventory })),
  ),
});
