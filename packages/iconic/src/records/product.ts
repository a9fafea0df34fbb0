import { z } from 'zod';
import { amount, anything, count, dictionary, flag, id, list, map, record, text, word } from './scalars.js';

export type ProductStatus = 'active' | 'inactive' | 'deleted';

/** The value of an attribute: text, the id of an option, or ids of options. */
const attributeValue = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.unknown()), z.looseObject({})])
  .nullish();

/** A style in one color. `sellerSku`, `status` and `sin` are its first product's. */
export const productSetSchema = record({
  id,
  uuid: text,
  srcId: text,
  name: text,
  parentSku: text,
  createdAt: text,
  updatedAt: text,
  /** May hold HTML. */
  description: text,
  brandId: id.nullish(),
  primaryCategoryId: id.nullish(),
  attributeSetId: id.nullish(),
  sellerId: id.nullish(),
  categories: list(id),
  /** By the id of the attribute; `attributeSets.codec` turns them into names. */
  attributes: dictionary(attributeValue),
  sizeSystem: id.nullish(),
  browseNodes: list(id),
  sellerSku: text,
  status: word<ProductStatus>(),
  sin: text,
});

/** A size of a product set: what is bought. */
export const productSchema = record({
  id,
  uuid: text,
  srcId: text,
  /** Null until the product has reached the shop. */
  shopSku: text,
  sellerSku: text,
  sin: text,
  sellerId: id.nullish(),
  productSetId: id.nullish(),
  approvalStatus: word<'pending' | 'approved' | 'rejected'>(),
  updatedByUserId: id.nullish(),
  status: word<ProductStatus>(),
  /** The size. */
  variation: text,
  taxClassId: id.nullish(),
  /** 1 from the marketplace's warehouse, 2 sent by the seller, 3 through the marketplace's dock. */
  shipmentTypeId: id.nullish(),
  /** EAN or another barcode. */
  productIdentifier: text,
  duplicateGroupId: id.nullish(),
  srcUpdatedAt: text,
  createdAt: text,
  updatedAt: text,
  name: text,
});

const priceFields = {
  price: amount,
  salePrice: amount,
  saleStartDate: text,
  saleEndDate: text,
  /** It has a country and no currency. */
  country: text,
  /** Whether it is sold in that country. */
  status: word<'active' | 'inactive'>(),
};

export const priceSchema = record({ productSetId: id.nullish(), productId: id, ...priceFields });
export const groupedPricesSchema = record({
  productSetId: id,
  items: list(record({ productId: id, prices: list(record(priceFields)) })),
});

export const stockSchema = record({
  shopSku: text,
  /** Joins it to its product: it carries no product id. */
  sellerSku: text,
  name: text,
  /** The seller's own. */
  quantity: count,
  reservedStock: count,
  preVerificationStock: count,
  /** What can be sold. */
  available: count,
  consignments: map({
    received: count,
    quarantined: count,
    defective: count,
    canceled: count,
    returned: count,
    failed: count,
  }),
  sellableStock: count,
  nonSellableStock: count,
  warehouses: list(record({ name: text, stock: count, warehouseId: id.nullish() })),
});

export const stockSumSchema = record({
  productSetId: id,
  sumOfStocks: count,
  hasProductWithZeroStock: flag,
  fulfilmentStock: count,
  reservedStock: count,
  sellableStock: count,
  nonSellableStock: count,
  isConsignmentShipment: flag,
});

export const consignmentStockSchema = record({
  id: id.nullish(),
  productId: id,
  received: count,
  quarantined: count,
  defective: count,
  canceled: count,
  returned: count,
  failed: count,
});

export const imageSchema = record({
  id,
  srcId: text,
  productSetId: id.nullish(),
  /** 1 is the main one. */
  position: count,
  displayUrl: text,
  createdAt: text,
  updatedAt: text,
});
export const coverImageSchema = record({ productSetId: id.nullish(), imageUrl: text });
export const setImagesSchema = record({
  productSetId: id.nullish(),
  images: list(record({ id: id.nullish(), displayUrl: text, srcId: text })),
});
export const skuImageSchema = record({
  productSetId: id.nullish(),
  shopSku: text,
  sellerSku: text,
  mainImageUrl: text,
});

export const productGroupSchema = record({ name: text });
export const setTagSchema = record({ tagId: id.nullish(), tagName: text, productSetId: id.nullish() });
export const productTagSchema = record({ id, name: text });
export const sellerTagsSchema = record({ sellerId: id, tags: list(text) });
export const attributeSetCountSchema = record({ attributeSetId: id, count });

/** An entry of the catalog that all sellers share. */
export const sharedProductSchema = record({
  sin: text,
  sku: text,
  name: text,
  description: text,
  productUrl: text,
  prices: list(record({ price: amount, currency: text, country: text })),
  images: list(record({ imageId: id.nullish(), displayUrl: text, position: text })),
  brandName: text,
});
export const createdSetSchema = record({ productSetId: id });

/** Its shape differs between deployments. */
export const lastUploadSchema = record({ productSetId: id.nullish() });
export const samplePayloadSchema = record({});

export const visibilitySchema = record({
  productSetId: id,
  hasAtLeastOneActiveProduct: flag,
  isSellerActive: flag,
  isBrandActive: flag,
  hasZeroPrices: flag,
  hasZeroStocks: flag,
  hasImages: flag,
  hasActiveCategories: flag,
  isBrandApproved: flag,
  isProductSetAuthorized: flag,
  isLatestVersionUploaded: flag,
  latestVersionUploadedMessage: text,
  qualityControlStatus: word<'accepted' | 'rejected' | 'pending'>(),
});
export const qualityStatusSchema = record({
  productSetId: id,
  status: word<'approved' | 'rejected' | 'pending'>(),
  createdAt: text,
});
export const rejectedSetSchema = record({ productSetId: id, rejectedReasons: list(text), qcComment: text });
export const rejectReasonSchema = record({
  id,
  name: text,
  type: word<'product' | 'seller' | 'consignment' | 'promotion' | 'finance'>(),
  isSetToNotAuthorized: flag,
  isEnabled: flag,
});
export const contentScoreSchema = record({ status: text, score: amount, score_report: anything });

export type ProductSet = z.input<typeof productSetSchema>;
export type Product = z.input<typeof productSchema>;
export type Price = z.input<typeof priceSchema>;
export type GroupedPrices = z.input<typeof groupedPricesSchema>;
export type Stock = z.input<typeof stockSchema>;
export type StockSum = z.input<typeof stockSumSchema>;
export type Image = z.input<typeof imageSchema>;
export type SetImages = z.input<typeof setImagesSchema>;
export type SharedProduct = z.input<typeof sharedProductSchema>;
export type Visibility = z.input<typeof visibilitySchema>;
export type QualityStatus = z.input<typeof qualityStatusSchema>;
export type RejectedSet = z.input<typeof rejectedSetSchema>;
export type ContentScore = z.input<typeof contentScoreSchema>;
