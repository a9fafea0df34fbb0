import { derived, each, flag, id, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { type Decimal, type Inventory, sum } from '@cartograph/core';
import type { NativeProduct, SourceItem } from '../native/product.js';
import type { MagentoShop } from '../shop.js';
import { skuOf, type VariantSource } from './product-source.js';

const toLocation = mapper<SourceItem, Inventory['locations'][number], MagentoShop>({
  locationId: item => id(item.source_code),
  name: (item, shop) => shop.sources[id(item.source_code)]?.name ?? null,
  quantity: item => optionalAmount(item.quantity),
});

export const toInventory = mapper<VariantSource, Inventory, MagentoShop>({
  total: derived(
    'physical units at the enabled sources, reservations not taken off; null for products made of others and where stock is not managed',
    (source, shop) => total(source, shop),
  ),
  locations: each(toLocation, source => sourceItems(source)),
});

const composites = new Set(['configurable', 'bundle', 'grouped']);

const isComposite = ({ type_id }: NativeProduct): boolean => composites.has(text(type_id) ?? '');

const sourceItems = ({ product, stock }: VariantSource): readonly SourceItem[] =>
  (isComposite(product) ? null : stock.get(skuOf(product))) ?? [];

function total(source: VariantSource, shop: MagentoShop): Decimal | null {
  if (isComposite(source.product)) return null;
  const stock = stockItem(source);
  if (flag(stock?.manage_stock) === false) return null;
  const items = sourceItems(source).filter(item => shop.sources[id(item.source_code)]?.enabled !== false);
  if (items.length === 0) return optionalAmount(stock?.qty);
  const known = items.map(item => optionalAmount(item.quantity)).filter(quantity => quantity !== null);
  return known.length > 0 ? sum(known) : null;
}

const stockItem = ({ product, body }: VariantSource) =>
  product.extension_attributes?.stock_item ??
  body.stockItems?.find(({ product_id }) => text(product_id) === text(product.id));
