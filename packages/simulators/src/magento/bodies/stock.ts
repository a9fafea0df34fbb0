import { hasStock, type Product } from '../shop/product.js';
import { legacyQuantity, type Source, type SourceItem, type Stock } from '../shop/stock.js';
import type { Body } from './body.js';

export function stockItemBody(product: Product, items: readonly SourceItem[]): Body {
  const quantity = legacyQuantity(items, product);
  return {
    item_id: product.id,
    product_id: product.id,
    stock_id: 1,
    qty: quantity,
    is_in_stock: quantity === null || quantity > 0,
    is_qty_decimal: product.isDecimal,
    show_default_notification_message: false,
    use_config_min_qty: true,
    min_qty: 0,
    use_config_min_sale_qty: 1,
    min_sale_qty: 1,
    use_config_max_sale_qty: true,
    max_sale_qty: 10_000,
    use_config_backorders: true,
    backorders: 0,
    use_config_notify_stock_qty: true,
    notify_stock_qty: 1,
    use_config_qty_increments: true,
    qty_increments: 0,
    use_config_enable_qty_inc: true,
    enable_qty_increments: false,
    use_config_manage_stock: true,
    manage_stock: hasStock(product.type),
    low_stock_date: null,
    is_decimal_divided: false,
    stock_status_changed_auto: 0,
    ...product.edits?.stock,
  };
}

export const sourceItemBody = (item: SourceItem): Body => ({
  sku: item.sku,
  source_code: item.sourceCode,
  quantity: item.quantity,
  status: Number(item.isInStock ?? item.quantity > 0),
});

export const sourceBody = (source: Source): Body => ({
  source_code: source.code,
  name: source.name,
  enabled: source.isEnabled,
  country_id: source.countryId,
  postcode: source.postcode,
  ...(source.city === null ? {} : { city: source.city, street: '1 Dock Road', phone: '0290000000' }),
  use_default_carrier_config: true,
  carrier_links: [],
  extension_attributes: { is_pickup_location_active: source.code === 'melbourne', frontend_name: source.name },
});

export const stockBody = (stock: Stock): Body => ({
  stock_id: stock.id,
  name: stock.name,
  extension_attributes: { sales_channels: stock.websiteCodes.map(code => ({ type: 'website', code })) },
});
