import { z } from 'zod';
import { scalar } from './loose.js';

const variantSchema = z.object({
  id: scalar,
  sku: scalar,
  upc: scalar,
  gtin: scalar,
  /** Null takes the product's. */
  price: scalar,
  sale_price: scalar,
  weight: scalar,
  inventory_level: scalar,
  purchasing_disabled: scalar,
  option_values: z.array(z.object({ option_display_name: scalar, label: scalar })).nullish(),
});

const nativeProductSchema = z.object({
  id: scalar,
  name: scalar,
  /** `physical` or `digital`. */
  type: scalar,
  sku: scalar,
  description: scalar,
  weight: scalar,
  price: scalar,
  /** 0 is none. */
  sale_price: scalar,
  tax_class_id: scalar,
  categories: z.array(scalar).nullish(),
  brand_id: scalar,
  inventory_level: scalar,
  /** `none`, `product` or `variant`. */
  inventory_tracking: scalar,
  is_visible: scalar,
  /** `available`, `disabled` or `preorder`. */
  availability: scalar,
  upc: scalar,
  gtin: scalar,
  date_created: scalar,
  date_modified: scalar,
  images: z
    .array(z.object({ sort_order: scalar, description: scalar, image_url: scalar, url_standard: scalar }))
    .nullish(),
  variants: z.array(variantSchema).nullish(),
});

/** The stock of one variant at every location. */
const nativeInventoryItemSchema = z.object({
  identity: z.object({ variant_id: scalar, product_id: scalar }),
  locations: z
    .array(
      z.object({ location_id: scalar, location_name: scalar, available_to_sell: scalar, location_enabled: scalar }),
    )
    .nullish(),
});

/** A product with its stock by location; null where the token may not read it, or nothing is tracked. */
export const productBodySchema = z.object({
  product: nativeProductSchema,
  inventory: z.array(nativeInventoryItemSchema).nullish(),
});

export type NativeProduct = z.infer<typeof nativeProductSchema>;
export type NativeVariant = z.infer<typeof variantSchema>;
export type NativeInventoryItem = z.infer<typeof nativeInventoryItemSchema>;
export type ProductBody = z.infer<typeof productBodySchema>;
