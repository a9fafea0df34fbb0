import { amountOrZero, derived, each, flag, id, mapper, optionalAmount, text } from '@cartograph/connector-kit';
import { type Decimal, type Inventory, sum } from '@cartograph/core';
import type { NativeProduct, ProductBody, SourceItem } from '../native/product.js';
import type { MagentoShop } from '../shop.js';

export interface StockSource {
  readonly product: NativeProduct;
  readonly body: ProductBody;
}

const toLocation = mapper<SourceItem, Inventory['locations'][number], MagentoShop>({
  locationId: item => id(item.source_code),
  name: (item, shop) => shop.sources[id(item.source_code)]?.name ?? null,
  quantity: item => optionalAmount(item.quantity),
});

export const toInventory = mapper<StockSource, Inventory, MagentoShop>({
  total: derived(
    'physical units at the enabled sources, reservations not taken off; null for products made of others and where stock is not managed',
    (source, shop) => total(source, shop),
  ),
  locations: each(toLocation, source => sourceItems(source)),
});

const composites = new Set(['configurable', 'bundle', 'grouped']);

/** SKUs are compared as Magento does: without regard to case. */
function sourceItems({ product, body }: StockSource): SourceItem[] {
  const sku = text(product.sku)?.toLowerCase();
  return composites.has(text(product.type_id) ?? '')
    ? []
    : (body.sourceItems ?? []).filter(item => text(item.sku)?.toLowerCase() === sku);
}

function total(source: StockSource, shop: MagentoShop): Decimal | null {
  if (composites.has(text(source.product.type_id) ?? '')) return null;
  const stock = stockItem(source);
  if (flag(stock?.manage_stock) === false) return null;
  const items = sourceItems(source).filter(item => shop.sources[id(item.source_code)]?.enabled !== false);
  return items.length > 0 ? sum(items.map(item => amountOrZero(item.quantity))) : optionalAmount(stock?.qty);
}

const stockItem = ({ product, body }: StockSource) =>
  product.extension_attributes?.stock_item ??
  body.stockItems?.find(({ product_id }) => text(product_id) === text(product.id));
