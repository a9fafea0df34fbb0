import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { amount, extension, id, notNegative, sku, words, yes } from './values.js';

/** Stock as it was before multi-source inventory. What a `use_config_…` says comes of the shop’s settings. */
export const stockItemInput = input(
  {
    qty: amount.optional(),
    is_in_stock: yes.optional(),
    is_qty_decimal: yes.optional(),
    manage_stock: yes.optional(),
    use_config_manage_stock: yes.optional(),
    min_qty: amount.optional(),
    use_config_min_qty: yes.optional(),
    min_sale_qty: notNegative.optional(),
    use_config_min_sale_qty: yes.optional(),
    max_sale_qty: notNegative.optional(),
    use_config_max_sale_qty: yes.optional(),
    /** 0 none, 1 below zero, 2 below zero and the shopper is told. */
    backorders: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
    use_config_backorders: yes.optional(),
    notify_stock_qty: amount.optional(),
    use_config_notify_stock_qty: yes.optional(),
    qty_increments: notNegative.optional(),
    use_config_qty_increments: yes.optional(),
    enable_qty_increments: yes.optional(),
    use_config_enable_qty_inc: yes.optional(),
    is_decimal_divided: yes.optional(),
    show_default_notification_message: yes.optional(),
    extension_attributes: extension.optional(),
  },
  { readOnly: ['item_id', 'product_id', 'stock_id', 'low_stock_date', 'stock_status_changed_auto'] },
);

/** What lies at a source, not what can be sold: reservations are counted apart. */
export const sourceItemInput = input({
  sku,
  source_code: words,
  quantity: notNegative,
  /** 1 in stock, 0 out of it. */
  status: z.union([z.literal(0), z.literal(1)]).default(1),
  extension_attributes: extension.optional(),
});

export const sourceItemKey = input({ sku, source_code: words });

const source = {
  name: words,
  enabled: yes.optional(),
  description: z.string().optional(),
  contact_name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  fax: z.string().optional(),
  latitude: amount.optional(),
  longitude: amount.optional(),
  country_id: z.string().regex(/^[A-Z]{2}$/, 'is no country: two capital letters, such as DE'),
  region_id: id.optional(),
  region: z.string().optional(),
  city: z.string().optional(),
  street: z.string().optional(),
  postcode: words,
  use_default_carrier_config: yes.optional(),
  carrier_links: z.array(z.looseObject({ carrier_code: words })).optional(),
  extension_attributes: extension.optional(),
};

export const sourceInput = input({
  source_code: z.string().regex(/^[A-Za-z0-9_-]+$/, 'is no code: letters, digits, _ and -'),
  ...source,
});
export const sourceChanges = input(source, { readOnly: ['source_code'] }).partial();

export const stockInput = input(
  {
    name: words,
    extension_attributes: z
      .looseObject({ sales_channels: z.array(input({ type: z.literal('website'), code: words })).optional() })
      .optional(),
  },
  { readOnly: ['stock_id'] },
);

export const stockSourceLinkInput = input({
  stock_id: id,
  source_code: words,
  /** 1 is taken from first. */
  priority: z.number().int().min(1).default(1),
});

export const transferInput = input({
  originSourceCode: words,
  destinationSourceCode: words,
  items: z.array(input({ sku, qty: notNegative })).min(1),
});

export const moveInput = input({
  skus: z.array(sku).min(1),
  originSource: words,
  destinationSource: words,
  /** Takes the products away from where they were. */
  unassignFromOrigin: z.boolean().default(false),
});

export const lowQuantityInput = input({ sku, source_code: words, notify_stock_qty: notNegative });

export type StockItemInput = z.input<typeof stockItemInput>;
export type SourceItemInput = z.input<typeof sourceItemInput>;
export type SourceItemKey = z.input<typeof sourceItemKey>;
export type SourceInput = z.input<typeof sourceInput>;
export type SourceChanges = z.input<typeof sourceChanges>;
export type StockInput = z.input<typeof stockInput>;
export type StockSourceLinkInput = z.input<typeof stockSourceLinkInput>;
export type TransferInput = z.input<typeof transferInput>;
export type MoveInput = z.input<typeof moveInput>;
export type LowQuantityInput = z.input<typeof lowQuantityInput>;
