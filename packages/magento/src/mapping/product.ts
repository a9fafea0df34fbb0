import { always, derived, each, flag, id, latest, mapper, optionalId, text } from '@cartograph/connector-kit';
import type { Product } from '@cartograph/core';
import type { NativeProduct, ProductBody } from '../native/product.js';
import type { MagentoShop } from '../shop.js';
import { attributeList, attributeText } from './attributes.js';
import { instant } from './instant.js';
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

export const toProduct = mapper<ProductBody, Product, MagentoShop>({
  id: ({ product }) => id(product.id),
  createdAt: ({ product }) => instant(product.created_at),
  sourceModifiedAt: derived('the latest of the product and its variants', body =>
    productModifiedAt([body.product, ...body.children]),
  ),
  derived: always(false, 'products are records of the platform'),
  name: ({ product }) => text(product.name),
  description: ({ product }) => attributeText(product, 'description') ?? attributeText(product, 'short_description'),
  type: ({ product }) => types[text(product.type_id) ?? ''] ?? 'unknown',
  typeRaw: ({ product }) => text(product.type_id),
  brand: derived('the attribute manufacturer, by its label', ({ product }, shop) => brand(product, shop)),
  categoryIds: ({ product }) => categoryIds(product),
  images: each(toImage, ({ product }, shop) => (shop.mediaUrl === null ? [] : shownImages(product))),
  status: ({ product }) => productStatus(product),
  statusRaw: ({ product }) => text(product.status),
  isGiftCard: ({ product }) => text(product.type_id) === 'giftcard',
  taxClass: derived('id of the tax class', ({ product }) => optionalId(attributeText(product, 'tax_class_id'))),
  variants: each(toVariant, body =>
    (body.children.length > 0 ? body.children : [body.product]).map(product => ({ product, body })),
  ),
});

const productModifiedAt = (family: readonly { readonly updated_at?: unknown }[]): string | null =>
  latest(...family.map(({ updated_at }) => instant(updated_at)));

function brand(product: NativeProduct, shop: MagentoShop): string | null {
  const value = attributeText(product, 'manufacturer');
  const attribute = Object.values(shop.attributes).find(({ code }) => code === 'manufacturer');
  return value === null ? null : (attribute?.options[value] ?? value);
}

function categoryIds(product: NativeProduct): string[] {
  const links = product.extension_attributes?.category_links;
  return links ? links.map(({ category_id }) => id(category_id)) : attributeList(product, 'category_ids');
}

const shownImages = ({ media_gallery_entries }: NativeProduct): Image[] =>
  (media_gallery_entries ?? []).filter(
    image => text(image.media_type) === 'image' && flag(image.disabled) !== true && text(image.file) !== null,
  );
