import type { Product, Variant } from './product.js';

/** The variant that a product has before anything is known of it. */
export const blankVariant = (id: number, productId: number, skuId: number | null): Variant => ({
  id,
  productId,
  sku: '',
  skuId,
  values: [],
  price: null,
  upc: '',
  purchasable: true,
  // Nowhere counted yet.
  stock: new Map(),
});

/** A product before anything is known of it. */
export const blankProduct = (id: number, variantId: number, at: number): Product => ({
  id,
  name: '',
  type: 'physical',
  sku: '',
  description: '',
  price: 0,
  salePrice: 0,
  costPrice: 0,
  weight: 0,
  taxClassId: 0,
  categoryIds: [],
  brandId: 0,
  tracking: 'none',
  options: [],
  modifiers: [],
  variants: [blankVariant(variantId, id, null)],
  bundledId: null,
  availability: 'available',
  images: 0,
  customFields: [],
  createdAt: at,
  deleted: false,
  live: { price: 0, visible: false, sold: 0, modifiedAt: at },
  written: { is_featured: false },
  parts: new Map(),
});
