import { z } from 'zod';
import { recordFields } from './record.js';
import { currencySchema, decimalSchema, instantSchema, positiveSchema, textSchema } from './scalars.js';

export const priceSchema = z.strictObject({
  kind: z.enum(['regular', 'sale']),
  currency: currencySchema,
  unitPrice: positiveSchema,
  /** Null where the platform does not say. */
  taxIncluded: z.boolean().nullable(),
  startsAt: instantSchema.nullable(),
  endsAt: instantSchema.nullable(),
});

export const inventorySchema = z.strictObject({
  /** Units that can be sold; null is unknown or untracked, never 0. */
  total: decimalSchema.nullable(),
  locations: z.array(
    z.strictObject({ locationId: textSchema, name: textSchema.nullable(), quantity: decimalSchema.nullable() }),
  ),
});

export const variantSchema = z.strictObject({
  id: textSchema,
  name: textSchema.nullable(),
  sku: textSchema.nullable(),
  barcode: textSchema.nullable(),
  /** By name: `{ Size: 'M' }`. */
  options: z.record(z.string(), z.string()),
  prices: z.array(priceSchema),
  inventory: inventorySchema,
  weight: z.strictObject({ value: positiveSchema, unit: textSchema.nullable() }).nullable(),
  requiresShipping: z.boolean().nullable(),
  status: z.enum(['published', 'unpublished', 'deleted', 'unknown']),
  statusRaw: textSchema.nullable(),
});

/** What a shopper sees; price, stock, sku and barcode live on its variants, and there is always at least one. */
export const productSchema = z.strictObject({
  ...recordFields,
  name: textSchema.nullable(),
  description: textSchema.nullable(),
  type: z.enum(['simple', 'variants', 'bundle', 'group', 'digital', 'giftCard', 'unknown']),
  typeRaw: textSchema.nullable(),
  brand: textSchema.nullable(),
  categoryIds: z.array(textSchema),
  images: z.array(z.strictObject({ url: textSchema, alt: textSchema.nullable() })),
  status: z.enum(['published', 'unpublished', 'deleted', 'unknown']),
  statusRaw: textSchema.nullable(),
  isGiftCard: z.boolean(),
  taxClass: textSchema.nullable(),
  variants: z.array(variantSchema).min(1),
});

export type Product = z.infer<typeof productSchema>;
export type Variant = z.infer<typeof variantSchema>;
export type Price = z.infer<typeof priceSchema>;
export type Inventory = z.infer<typeof inventorySchema>;
