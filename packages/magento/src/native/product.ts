import { z } from 'zod';
import { flagScalar, list, optionalObject, scalar } from './loose.js';

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
