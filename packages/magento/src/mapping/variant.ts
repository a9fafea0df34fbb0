import { derived, each, id, mapper, nest, optionalAmount, text } from '@cartograph/connector-kit';
import { isZero, type Product, type Variant } from '@cartograph/core';
import type { NativeProduct } from '../native/product.js';
import type { MagentoShop } from '../shop.js';
import { attributeText } from './attributes.js';
import { toInventory } from './inventory.js';
import { productPrices, toPrice } from './price.js';
import type { VariantSource } from './product-source.js';

const barcodeCodes = ['barcode', 'ean', 'gtin', 'upc', 'gtin13'];

export const toVariant = mapper<VariantSource, Variant, MagentoShop>({
  id: ({ product }) => id(product.id),
  name: ({ product }) => text(product.name),
  sku: ({ product }) => text(product.sku),
  barcode: derived(
    `the first of the attributes ${barcodeCodes.join(', ')}; Magento has none of its own`,
    ({ product }) => barcode(product),
  ),
  options: derived('of the attributes by which the configurable product varies, by their labels', (source, shop) =>
    Object.fromEntries(options(source, shop)),
  ),
  prices: each(toPrice, ({ product }) => productPrices(product)),
  inventory: nest(toInventory, source => source),
  weight: ({ product }, shop) => weight(product, shop),
  requiresShipping: derived('from the type', ({ product }) => requiresShipping(product)),
  status: ({ product }) => productStatus(product),
  statusRaw: ({ product }) => text(product.status),
});

function barcode(product: NativeProduct): string | null {
  for (const code of barcodeCodes) {
    const found = attributeText(product, code);
    if (found !== null) return found;
  }
  return null;
}

const statuses: Readonly<Record<string, Product['status']>> = { 1: 'published', 2: 'unpublished' };

export const productStatus = ({ status }: NativeProduct): Product['status'] =>
  statuses[text(status) ?? ''] ?? 'unknown';

/** Products hold the ids of options; a value that is none of them stands as it is. */
function options({ product, body }: VariantSource, shop: MagentoShop): [string, string][] {
  return (body.product.extension_attributes?.configurable_product_options ?? []).flatMap(({ attribute_id, label }) => {
    const attribute = shop.attributes[text(attribute_id) ?? ''];
    const value = attribute ? attributeText(product, attribute.code) : null;
    const name = text(label) ?? attribute?.label ?? attribute?.code;
    return value === null || !name ? [] : [[name, attribute?.options[value] ?? value] as [string, string]];
  });
}

const units: Readonly<Record<string, string>> = { lbs: 'lb', kgs: 'kg' };

function weight(product: NativeProduct, shop: MagentoShop): Variant['weight'] {
  const value = optionalAmount(product.weight);
  const unit = shop.weightUnit === null ? null : (units[shop.weightUnit] ?? shop.weightUnit);
  return value === null || isZero(value) ? null : { value, unit };
}

/** Gift cards are virtual (0), physical (1) or both (2). */
const requiresShipping = (product: NativeProduct): boolean => {
  const type = text(product.type_id) ?? '';
  return type === 'giftcard'
    ? attributeText(product, 'giftcard_type') !== '0'
    : type !== 'virtual' && type !== 'downloadable';
};
