import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, list, optionalObject, scalar } from './loose.js';

/** Stock as it was before multi-source inventory; where there is one, that of the default source. */
export const stockItemRecordSchema = z.object({
  ...fields(
    scalar,
    'item_id product_id stock_id qty min_qty min_sale_qty max_sale_qty notify_stock_qty qty_increments backorders',
  ),
  ...fields(
    flagScalar,
    'is_in_stock is_qty_decimal manage_stock enable_qty_increments is_decimal_divided use_config_min_qty',
    'use_config_min_sale_qty use_config_max_sale_qty use_config_backorders use_config_notify_stock_qty',
    'use_config_qty_increments use_config_enable_qty_inc use_config_manage_stock',
  ),
});

export const stockStatusSchema = z.object({
  ...fields(scalar, 'product_id stock_id qty stock_status'),
  stock_item: optionalObject(stockItemRecordSchema),
});

/** `status` is 1 in stock, 0 out of it. */
export const sourceItemRecordSchema = z.object(fields(scalar, 'sku source_code quantity status'));

export const sourceRecordSchema = z.object({
  ...fields(
    scalar,
    'source_code name description contact_name email phone fax latitude longitude country_id region_id region city street postcode',
  ),
  ...fields(flagScalar, 'enabled use_default_carrier_config'),
  carrier_links: list(z.object(fields(scalar, 'carrier_code position'))),
});

/** Websites sell from the stock that is linked to them. */
export const stockSchema = z.object({
  ...fields(scalar, 'stock_id name'),
  extension_attributes: optionalObject(z.object({ sales_channels: list(z.object(fields(scalar, 'type code'))) })),
});

export const lowQuantitySchema = z.object(fields(scalar, 'source_code sku notify_stock_qty'));

export const stockSourceLinkSchema = z.object(fields(scalar, 'stock_id source_code priority'));

export type StockItemRecord = z.infer<typeof stockItemRecordSchema>;
export type StockRecord = z.infer<typeof stockSchema>;
