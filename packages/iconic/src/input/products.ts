import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { country, day, eitherFlag, file, id, ids, money, sentId, sentIds, sentInstant, texts } from './scalars.js';

/** Words of at least three letters, five at the most; each is looked for at the beginning of a word. */
const keyword = z.union([z.string().min(3), z.array(z.string().min(3)).max(5).readonly()]);

const setFilterFields = {
  /** The section of Seller Center, `all` for the deleted ones too. */
  status: z
    .enum([
      'all',
      'active',
      'inactive-all',
      'deleted-all',
      'image-missing',
      'pending',
      'rejected',
      'disapproved',
      'sold-out',
      'not-authorized',
      'price-rejected',
    ])
    .optional(),
  keyword: keyword.optional(),
  /** Days, from and to, inclusive. */
  createDateStart: day.optional(),
  createDateEnd: day.optional(),
  updateDateStart: day.optional(),
  updateDateEnd: day.optional(),
  brandIds: ids.optional(),
  categoryIds: ids.optional(),
  tags: ids.optional(),
  onlyWithTags: eitherFlag.optional(),
  visibility: z.enum(['Syncing']).optional(),
  inStock: eitherFlag.optional(),
  reserved: eitherFlag.optional(),
  parentSku: z.string().min(1).optional(),
  group: z.string().min(1).optional(),
  productSetIds: ids.optional(),
  productSetUuids: texts.optional(),
};

export const productSetFilters = input({
  ...setFilterFields,
  orderBy: z.enum(['createdAt']).optional(),
  orderDirection: z.enum(['ASC', 'DESC']).optional(),
});
export const productExport = input({
  ...setFilterFields,
  attributeSetId: id.optional(),
  format: z.enum(['csv', 'xlsx']).optional(),
});

const attributeValue = z.union([
  z.string(),
  z.number(),
  z.array(z.union([z.string(), z.number()])).readonly(),
  z.null(),
]);
const attributes = z
  .record(z.string(), attributeValue)
  .refine(
    values => Object.keys(values).every(id => /^\d+$/.test(id)),
    'go by their ids; attributeSets.codec turns names into ids',
  );
const setByPlatform = ['id', 'uuid', 'srcId', 'attributeSetId', 'sellerId', 'sin', 'createdAt', 'updatedAt'] as const;
const set = {
  name: z.string().min(1),
  /** May hold HTML. */
  description: z.string(),
  parentSku: z.string(),
  brandId: sentId,
  primaryCategoryId: sentId,
  categories: sentIds,
  /** By the id of the attribute: text, the id of an option, or several. `attributeSets.codec` makes them of names. */
  attributes,
  sizeSystem: sentId,
  browseNodes: sentIds,
};
const status = z.enum(['active', 'inactive']);
const product = {
  sellerSku: z.string().min(1),
  status: z.enum(['active', 'inactive', 'deleted']),
  /** The size. */
  variation: z.string().nullable(),
  /** 1 from the marketplace's warehouse, 2 sent by the seller, 3 through the marketplace's dock. */
  shipmentTypeId: sentId.nullable(),
  /** EAN or another barcode. */
  productIdentifier: z.string().nullable(),
  name: z.string().min(1),
};

/** A set and its first product. */
export const newProductSet = input(
  {
    name: set.name,
    price: money,
    sellerSku: product.sellerSku,
    brandId: set.brandId,
    primaryCategoryId: set.primaryCategoryId,
    attributes,
    status: status.optional(),
    description: set.description.optional(),
    parentSku: set.parentSku.optional(),
    categories: set.categories.optional(),
    sizeSystem: set.sizeSystem.optional(),
    browseNodes: set.browseNodes.optional(),
    variation: product.variation.optional(),
    shipmentTypeId: product.shipmentTypeId.optional(),
    productIdentifier: product.productIdentifier.optional(),
  },
  { readOnly: setByPlatform },
);
export const productSetChanges = input(set, { readOnly: setByPlatform }).partial();

const madeByPlatform = [
  'id',
  'uuid',
  'srcId',
  'shopSku',
  'sin',
  'sellerId',
  'productSetId',
  'approvalStatus',
  'updatedByUserId',
  'taxClassId',
  'duplicateGroupId',
  'srcUpdatedAt',
  'createdAt',
  'updatedAt',
] as const;
export const newProduct = input(
  {
    sellerSku: product.sellerSku,
    status: status.optional(),
    variation: product.variation.optional(),
    shipmentTypeId: product.shipmentTypeId.optional(),
    productIdentifier: product.productIdentifier.optional(),
    name: product.name.optional(),
  },
  { readOnly: madeByPlatform },
);
/** Only these are taken. A deletion goes alone: the platform passes over whatever comes with it. */
export const productChanges = input(product, { readOnly: madeByPlatform })
  .partial()
  .refine(changes => changes.status !== 'deleted' || Object.keys(changes).length === 1, {
    path: ['status'],
    message: 'goes alone when it is deleted: the platform passes over the other fields',
  });
export const productStatus = product.status;

export const productFilters = input({
  productIds: ids.optional(),
  productUuids: texts.optional(),
  sellerId: id.optional(),
  /** Of the shop. */
  sku: z.string().min(1).optional(),
  sellerSku: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
});

export const groupName = input({ name: z.string().min(1) });
export const groupFilters = input({ brandId: id, name: z.string().optional() });
export const sampleOptions = input({ showFull: eitherFlag.optional(), hideComments: eitherFlag.optional() });

const position = z.int().min(1).max(8);
/** 1 is the main image. */
export const newImage = input(
  { displayUrl: z.url(), position: position.optional(), overwrite: z.boolean().optional() },
  { readOnly: ['id', 'srcId', 'productSetId', 'createdAt', 'updatedAt'] },
);
export const imageChanges = newImage.omit({ overwrite: true }).partial();
export const imageUpload = input({ file, position: position.optional(), overwrite: z.boolean().optional() });
export const imageReplacement = input({ file, position: position.optional() });
export const imageExport = input({
  brandIds: ids.optional(),
  createDateStart: day.optional(),
  createDateEnd: day.optional(),
  updateDateStart: day.optional(),
  updateDateEnd: day.optional(),
  keyword: keyword.optional(),
  onlyWithMissingImage: eitherFlag.optional(),
  orderDirection: z.enum(['ASC', 'DESC']).optional(),
  tags: ids.optional(),
});

const priceFields = {
  price: money,
  salePrice: money.nullable(),
  saleStartDate: sentInstant.nullable(),
  saleEndDate: sentInstant.nullable(),
};
/** Fields that are left out stay as they are. */
export const priceChange = input(
  { productId: sentId, country, ...priceFields, status },
  { readOnly: ['productSetId'] },
).partial({ price: true, salePrice: true, saleStartDate: true, saleEndDate: true, status: true });
/** A whole price: all of a sale is named, for the platform empties what is left out. */
export const wholePrice = input({ ...priceFields, status: status.optional() });
export const priceStatus = status;
export const priceFilters = input({
  productSetIds: ids.optional(),
  productIds: ids.optional(),
  productUuids: texts.optional(),
  /** Part of a name. */
  productName: z.string().min(1).optional(),
});

export const quantity = z.int().min(0);
/** What the seller has in all, not what is added. */
export const stockRow = input({ productId: sentId, quantity });

export const scoredContent = input({
  categoryId: sentId,
  productSetId: sentId.optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  shortDescription: z.string().optional(),
  attributeSetId: z.string().optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
  variations: z.record(z.string(), z.unknown()).optional(),
});

export type ProductSetFilters = z.input<typeof productSetFilters>;
export type NewProductSet = z.input<typeof newProductSet>;
export type ProductSetChanges = z.input<typeof productSetChanges>;
export type NewProduct = z.input<typeof newProduct>;
export type ProductChanges = z.input<typeof productChanges>;
export type ProductStatusInput = z.input<typeof productStatus>;
export type ProductFilters = z.input<typeof productFilters>;
export type NewImage = z.input<typeof newImage>;
export type ImageChanges = z.input<typeof imageChanges>;
export type ImageUpload = z.input<typeof imageUpload>;
export type ImageReplacement = z.input<typeof imageReplacement>;
export type PriceChange = z.input<typeof priceChange>;
export type WholePrice = z.input<typeof wholePrice>;
export type PriceFilters = z.input<typeof priceFilters>;
export type StockRow = z.input<typeof stockRow>;
export type ScoredContent = z.input<typeof scoredContent>;
