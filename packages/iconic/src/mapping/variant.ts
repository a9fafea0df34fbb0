import { absent, derived, each, id, mapper, nest, text, words } from '@cartograph/connector-kit';
import type { Variant } from '@cartograph/core';
import type { NativePrice, NativeProduct, NativeProductSetBody, NativeStock } from '../native/product-set.js';
import type { IconicShop } from '../shop.js';
import { toInventory } from './inventory.js';
import { priceSources, toPrice } from './price.js';

export interface VariantSource {
  readonly native: NativeProduct;
  readonly setName: string | null;
  readonly prices: readonly NativePrice[];
  readonly stock: NativeStock | null;
}

/** A set listed without its products still tells the SKU and the status of the first one. */
const productsOf = ({ productSet, products }: NativeProductSetBody): readonly NativeProduct[] =>
  products.length > 0 ? products : [{ id: productSet.id, sellerSku: productSet.sellerSku, status: productSet.status }];

export function variantSources(body: NativeProductSetBody): VariantSource[] {
  const prices = new Map((body.prices ?? []).map(row => [id(row.productId), row.prices ?? []]));
  const stock = new Map((body.stock ?? []).map(row => [text(row.sellerSku), row]));
  return productsOf(body).map(native => ({
    native,
    setName: text(body.productSet.name),
    prices: prices.get(id(native.id)) ?? [],
    stock: stock.get(text(native.sellerSku)) ?? null,
  }));
}

/** Offered are products that are active and passed the quality control; a set alone does not tell the latter. */
export function variantStatus({ native }: VariantSource): Variant['status'] {
  const status = text(native.status);
  const approval = text(native.approvalStatus);
  if (status === 'active') return approval === null || approval === 'approved' ? 'published' : 'unpublished';
  if (status === 'inactive') return 'unpublished';
  return status === 'deleted' ? 'deleted' : 'unknown';
}

export const toVariant = mapper<VariantSource, Variant, IconicShop>({
  id: ({ native }) => id(native.id),
  name: derived('the name of the set and the variation', ({ native, setName }) => words(setName, native.variation)),
  sku: ({ native }) => text(native.sellerSku),
  barcode: derived('`productIdentifier`; a set listed alone has none', ({ native }) => text(native.productIdentifier)),
  options: derived('`variation` is the size', ({ native }): Record<string, string> => {
    const size = text(native.variation);
    return size === null ? {} : { size };
  }),
  prices: derived(
    'those of countries whose currency is known',
    each(toPrice, (source: VariantSource) => priceSources(source.prices)),
  ),
  inventory: nest(toInventory, source => source),
  weight: absent('products have no weight'),
  requiresShipping: absent('products do not say'),
  status: derived('published when `status` is active and `approvalStatus` approved', variantStatus),
  statusRaw: derived('`status` and `approvalStatus`', ({ native }) => words(native.status, native.approvalStatus)),
});
