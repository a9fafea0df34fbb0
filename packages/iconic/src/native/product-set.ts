import { z } from 'zod';
import { nativeAmountSchema, nativeIdSchema, nativeListSchema, nativeTextSchema } from './scalars.js';

/** A style in one color: what a shopper sees. `sellerSku` and `status` of a listed row are its first product's. */
export const nativeProductSetSchema = z.object({
  id: nativeIdSchema,
  name: nativeTextSchema,
  description: nativeTextSchema,
  brandId: nativeTextSchema,
  primaryCategoryId: nativeTextSchema,
  categories: nativeListSchema(nativeTextSchema),
  sellerSku: nativeTextSchema,
  status: nativeTextSchema,
  createdAt: nativeTextSchema,
  updatedAt: nativeTextSchema,
});

/** A size of a product set: what is bought. */
export const nativeProductSchema = z.object({
  id: nativeIdSchema,
  sellerSku: nativeTextSchema,
  variation: nativeTextSchema,
  productIdentifier: nativeTextSchema,
  status: nativeTextSchema,
  approvalStatus: nativeTextSchema,
  updatedAt: nativeTextSchema,
});

/** Says its country and no currency. */
export const nativePriceSchema = z.object({
  price: nativeAmountSchema,
  salePrice: nativeAmountSchema,
  saleStartDate: nativeTextSchema,
  saleEndDate: nativeTextSchema,
  country: nativeTextSchema,
});

export const nativeProductPricesSchema = z.object({
  productId: nativeIdSchema,
  prices: nativeListSchema(nativePriceSchema),
});

/** Carries no product id: the seller's SKU joins it. */
export const nativeStockSchema = z.object({
  sellerSku: nativeTextSchema,
  quantity: nativeAmountSchema,
  available: nativeAmountSchema,
  consignments: z.unknown(),
  sellableStock: nativeAmountSchema,
  warehouses: nativeListSchema(
    z.object({ name: nativeTextSchema, stock: nativeAmountSchema, warehouseId: nativeTextSchema }),
  ),
});

export const nativeImageSchema = z.object({ displayUrl: nativeTextSchema });
export const nativeBrandSchema = z.object({ id: nativeIdSchema, name: nativeTextSchema });

/** All that the platform spreads over several calls. What the account may not read is null. */
export const nativeProductSetBodySchema = z.object({
  productSet: nativeProductSetSchema,
  products: z.array(nativeProductSchema),
  prices: z.array(nativeProductPricesSchema).nullable(),
  stock: z.array(nativeStockSchema).nullable(),
  images: z.array(nativeImageSchema).nullable(),
  brand: nativeBrandSchema.nullable(),
});

export type NativeProductSet = z.infer<typeof nativeProductSetSchema>;
export type NativeProduct = z.infer<typeof nativeProductSchema>;
export type NativePrice = z.infer<typeof nativePriceSchema>;
export type NativeProductPrices = z.infer<typeof nativeProductPricesSchema>;
export type NativeStock = z.infer<typeof nativeStockSchema>;
export type NativeImage = z.infer<typeof nativeImageSchema>;
export type NativeBrand = z.infer<typeof nativeBrandSchema>;
export type NativeProductSetBody = z.infer<typeof nativeProductSetBodySchema>;
