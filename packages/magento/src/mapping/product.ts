import { always, derived, each, flag, id, latest, mapper, optionalId, text } from '@cartograph/connector-kit';
import type { Product } from '@cartograph/core';
import type { NativeProduct } from '../native/product.js';
import type { MagentoShop } from '../shop.js';
import { attributeList, attributeText } from './attributes.js';
import { instant } from './instant.js';
import { type ProductSource, variantsOf } from './product-source.js';
import { productStatus, toVariant } from './variant.js';

type Image = NonNullable<NativeProduct['media_gallery_entries']>[number];

const toImage = mapper<Image, Product['images'][number], MagentoShop>({
  url: derived(
    'below the shop’s media address',
    (image, shop) => `${shop.mediaUrl ?? ''}catalog/product${id(image.file)}`,
  ),
  alt: image => text(image.label),
});

const types: Readonly<Record<string, Product['type']>> = {
  simple: 'simple',
  configurable: 'variants',
  bundle: 'bundle',
  grouped: 'group',
  virtual: 'digital',
  downloadable: 'digital',
  giftcard: 'giftCard',
};

export const toProduct = mapper<ProductSource, Product, MagentoShop>({
  id: ({ body }) => id(body.product.id),
  createdAt: ({ body }) => instant(body.product.created_at),
  sourceModifiedAt: derived('the latest of the product and its variants', ({ body }) =>
    latest(instant(body.product.updated_at), ...body.children.map(child => instant(child.updated_at))),
  ),
  derived: always(false, 'products are records of the platform'),
  name: ({ body }) => text(body.product.name),
  description: ({ body }) =>
    attributeText(body.product, 'description') ?? attributeText(body.product, 'short_description'),
  type: ({ body }) => types[text(body.product.type_id) ?? ''] ?? 'unknown',
  typeRaw: ({ body }) => text(body.product.type_id),
  brand: derived('the attribute manufacturer, by its label', ({ body }, shop) => brand(body.product, shop)),
  categoryIds: ({ body }) => categoryIds(body.product),
  images: each(toImage, ({ body }, shop) => (shop.mediaUrl === null ? [] : shownImages(body.product))),
  status: ({ body }) => productStatus(body.product),
  statusRaw: ({ body }) => text(body.product.status),
  isGiftCard: ({ body }) => text(body.product.type_id) === 'giftcard',
  taxClass: derived('id of the tax class', ({ body }) => optionalId(attributeText(body.product, 'tax_class_id'))),
  variants: each(toVariant, source => variantsOf(source)),
});

function brand(product: NativeProduct, shop: MagentoShop): string | null {
  const value = attributeText(product, 'manufacturer');
  if (value === null) return null;
  const attribute = Object.values(shop.attributes).find(({ code }) => code === 'manufacturer');
  return attribute?.options[value] ?? value;
}

function categoryIds(product: NativeProduct): string[] {
  const links = product.extension_attributes?.category_links;
  return links ? links.map(({ category_id }) => id(category_id)) : attributeList(product, 'category_ids');
}

const shownImages = ({ media_gallery_entries }: NativeProduct): Image[] =>
  (media_gallery_entries ?? []).filter(
    image => text(image.media_type) === 'image' && flag(image.disabled) !== true && text(image.file) !== null,
  );
