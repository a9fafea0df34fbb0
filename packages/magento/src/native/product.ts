import { z } from 'zod';
import { customAttributeSchema } from './attribute.js';
import { fields } from './fields.js';
import { flagScalar, list, optionalObject, scalar, scalars } from './loose.js';
import {
  bundleOptionSchema,
  configurableProductOptionSchema,
  customOptionSchema,
  mediaEntrySchema,
  productLinkSchema,
  tierPriceSchema,
} from './product-parts.js';
import { stockItemRecordSchema } from './stock.js';

/** The legacy stock item; quantities of composite products are null. */
const stockItemSchema = z.object({ product_id: scalar, qty: scalar, manage_stock: flagScalar });

const configurableOptionSchema = z.object({ attribute_id: scalar, label: scalar });

const imageSchema = z.object({ media_type: scalar, label: scalar, disabled: flagScalar, file: scalar });

const productSchema = z.object({
  id: scalar,
  sku: scalar,
  name: scalar,
  type_id: scalar,
  /** In the website's base currency; 0 or absent on configurable, grouped and dynamic bundle products. */
  price: scalar,
  /** 1 enabled, 2 disabled. */
  status: scalar,
  weight: scalar,
  created_at: scalar,
  updated_at: scalar,
  extension_attributes: optionalObject(
    z.object({
      category_links: list(z.object({ category_id: scalar })),
      configurable_product_options: list(configurableOptionSchema),
      stock_item: optionalObject(stockItemSchema),
    }),
  ),
  media_gallery_entries: list(imageSchema),
  custom_attributes: list(z.object({ attribute_code: z.string(), value: z.union([scalar, z.array(scalar)]) })),
});

const sourceItemSchema = z.object({ sku: scalar, source_code: scalar, quantity: scalar });

/** A product with the variants below it and what is in stock of them: three calls of the platform. */
export const productBodySchema = z.object({
  product: productSchema,
  /** Of a configurable product. */
  children: z.array(productSchema),
  /** Null where the shop has no multi-source inventory, or does not show it. */
  sourceItems: z.array(sourceItemSchema).nullable(),
  /** Instead of them, where there is no multi-source inventory. */
  stockItems: z.array(stockItemSchema).nullable(),
});

export type ProductBody = z.infer<typeof productBodySchema>;
export type StockItem = z.infer<typeof stockItemSchema>;
export type SourceItem = z.infer<typeof sourceItemSchema>;
export type NativeProduct = z.infer<typeof productSchema>;

/** What stands in the shop of a product beyond what the model takes of it. */
export const productRecordSchema = productSchema.extend({
  ...fields(scalar, 'attribute_set_id visibility'),
  extension_attributes: optionalObject(
    z.looseObject({
      website_ids: scalars,
      category_links: list(z.object(fields(scalar, 'category_id position'))),
      configurable_product_options: list(configurableProductOptionSchema),
      configurable_product_links: scalars,
      bundle_product_options: list(bundleOptionSchema),
      stock_item: optionalObject(stockItemRecordSchema),
    }),
  ),
  product_links: list(productLinkSchema),
  options: list(customOptionSchema),
  media_gallery_entries: list(mediaEntrySchema),
  tier_prices: list(tierPriceSchema),
  custom_attributes: list(customAttributeSchema),
});

export type ProductRecord = z.infer<typeof productRecordSchema>;
