import { absent, derived, flag, id, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { type Inventory, isZero, type Price, sum, type Variant } from '@cartograph/core';
import type { NativeProduct, NativeVariant, ProductBody } from '../native/product.js';
import type { BigCommerceShop } from '../shop.js';

/** A variant within its product. */
export interface VariantOfProduct {
  readonly variant: NativeVariant;
  readonly product: NativeProduct;
  readonly inventory: ProductBody['inventory'];
}

export function productStatus({ is_visible, availability }: NativeProduct): Variant['status'] {
  const isVisible = flag(is_visible);
  if (isVisible === null) return 'unknown';
  return isVisible && text(availability) !== 'disabled' ? 'published' : 'unpublished';
}

const optionsOf = ({ variant }: VariantOfProduct): [name: string, value: string][] =>
  (variant.option_values ?? []).flatMap(({ option_display_name, label }) => {
    const name = text(option_display_name);
    return name === null ? [] : [[name, text(label) ?? ''] as [string, string]];
  });

/** Catalog prices are in the shop's currency. A variant without its own takes the product's; a sale price of 0 is none. */
function pricesOf({ variant, product }: VariantOfProduct, shop: BigCommerceShop): Price[] {
  const { currency } = shop;
  if (currency === null) return [];
  const regular = optionalAmount(variant.price) ?? optionalAmount(product.price);
  const sale = optionalAmount(variant.sale_price) ?? optionalAmount(product.sale_price);
  const price = (kind: Price['kind'], unitPrice: string): Price => ({
    kind,
    currency,
    unitPrice,
    taxIncluded: shop.pricesIncludeTax,
    startsAt: null,
    endsAt: null,
  });
  return [
    ...(regular === null ? [] : [price('regular', regular)]),
    ...(sale === null || isZero(sale) ? [] : [price('sale', sale)]),
  ];
}

function levelOf({ variant, product }: VariantOfProduct): string | null {
  const tracking = text(product.inventory_tracking);
  if (tracking === 'variant') return optionalAmount(variant.inventory_level);
  return tracking === 'product' && product.variants?.length === 1 ? optionalAmount(product.inventory_level) : null;
}

/** Rows of closed locations are kept, and not counted. One that is unknown leaves the total unknown. */
function inventoryOf(source: VariantOfProduct): Inventory {
  const { variant, product, inventory } = source;
  const isTracked = ['product', 'variant'].includes(text(product.inventory_tracking) ?? '');
  const rows = (inventory ?? [])
    .filter(({ identity }) => text(identity.variant_id) === text(variant.id))
    .flatMap(({ locations }) => locations ?? []);
  if (!isTracked || rows.length === 0) return { total: levelOf(source), locations: [] };
  const open = rows.filter(({ location_enabled }) => flag(location_enabled) ?? true);
  const units = open.map(row => optionalAmount(row.available_to_sell));
  const known = units.filter(unit => unit !== null);
  return {
    total: known.length < units.length ? null : sum(known),
    locations: rows.map(row => ({
      locationId: id(row.location_id),
      name: text(row.location_name),
      quantity: optionalAmount(row.available_to_sell),
    })),
  };
}

function weightOf({ variant, product }: VariantOfProduct, { weightUnit }: BigCommerceShop): Variant['weight'] {
  const value = optionalAmount(variant.weight) ?? optionalAmount(product.weight);
  return value === null ? null : { value, unit: weightUnit };
}

const needsShipping: Readonly<Record<string, boolean>> = { physical: true, digital: false };

export const toVariant = mapper<VariantOfProduct, Variant, BigCommerceShop>({
  id: ({ variant }) => id(variant.id),
  name: derived(
    'the labels of its options, else the name of the product',
    source =>
      optionsOf(source)
        .map(([, value]) => value)
        .join(' / ') || text(source.product.name),
  ),
  sku: ({ variant, product }) => text(variant.sku) ?? text(product.sku),
  barcode: ({ variant, product }) => text(variant.upc) ?? text(variant.gtin) ?? text(product.upc) ?? text(product.gtin),
  options: derived('the labels of its option values, by their names', source => Object.fromEntries(optionsOf(source))),
  prices: pricesOf,
  inventory: derived(
    'by location where the token may read it, else the level that is tracked; null where none is',
    inventoryOf,
  ),
  weight: weightOf,
  requiresShipping: ({ product }) => needsShipping[text(product.type) ?? ''] ?? null,
  status: ({ variant, product }) => (flag(variant.purchasing_disabled) ? 'unpublished' : productStatus(product)),
  statusRaw: absent('a variant has no status of its own'),
});
