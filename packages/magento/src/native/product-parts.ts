import { z } from 'zod';
import { fields } from './fields.js';
import { flagScalar, list, optionalObject, scalar, scalars } from './loose.js';

/** `file` begins with a slash; the address is the store's media URL, `catalog/product` and the file. */
export const mediaEntrySchema = z.object({
  ...fields(scalar, 'id media_type label position file'),
  disabled: flagScalar,
  types: scalars,
});

/** `link_type` is related, upsell, crosssell or, of a grouped product, associated. */
export const productLinkSchema = z.object(
  fields(scalar, 'sku link_type linked_product_sku linked_product_type position'),
);

/** A field that the shopper fills in. `price_type` is fixed or percent. */
export const customOptionSchema = z.object({
  ...fields(
    scalar,
    'option_id product_sku title type sort_order price price_type sku file_extension max_characters image_size_x image_size_y',
  ),
  is_require: flagScalar,
  values: list(z.object(fields(scalar, 'option_type_id title sort_order price price_type sku'))),
});

/** `customer_group_id` 32000 is every group. */
export const tierPriceSchema = z.object({
  ...fields(scalar, 'customer_group_id qty value'),
  extension_attributes: optionalObject(z.object(fields(scalar, 'percentage_value website_id'))),
});

/** What tells the variants of a configurable product apart. */
export const configurableProductOptionSchema = z.object({
  ...fields(scalar, 'id attribute_id label position product_id'),
  values: list(z.object(fields(scalar, 'value_index'))),
});

/** `price_type` 0 is fixed, 1 percent. */
export const bundleLinkSchema = z.object({
  ...fields(scalar, 'id sku option_id qty position price price_type'),
  ...fields(flagScalar, 'is_default can_change_quantity'),
});

export const bundleOptionSchema = z.object({
  ...fields(scalar, 'option_id title type position sku'),
  required: flagScalar,
  product_links: list(bundleLinkSchema),
});

export const downloadableLinkSchema = z.object({
  ...fields(
    scalar,
    'id title sort_order price number_of_downloads link_type link_file link_url sample_type sample_file sample_url',
  ),
  is_shareable: flagScalar,
});

export const downloadableSampleSchema = z.object(
  fields(scalar, 'id title sort_order sample_type sample_file sample_url'),
);

/** Prices as their own endpoints tell them, a row for each scope that has one. */
export const basePriceSchema = z.object(fields(scalar, 'sku store_id price'));
export const specialPriceSchema = z.object(fields(scalar, 'sku store_id price price_from price_to'));
export const costSchema = z.object(fields(scalar, 'sku store_id cost'));
export const tierPriceRowSchema = z.object(fields(scalar, 'sku price price_type website_id customer_group quantity'));

export type MediaEntry = z.infer<typeof mediaEntrySchema>;
export type ProductLink = z.infer<typeof productLinkSchema>;
export type CustomOption = z.infer<typeof customOptionSchema>;
export type BundleOption = z.infer<typeof bundleOptionSchema>;
export type BundleLink = z.infer<typeof bundleLinkSchema>;
export type ConfigurableOption = z.infer<typeof configurableProductOptionSchema>;
export type DownloadableSample = z.infer<typeof downloadableSampleSchema>;
export type DownloadableLink = z.infer<typeof downloadableLinkSchema>;
