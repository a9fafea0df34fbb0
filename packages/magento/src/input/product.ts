import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { amount, attributeValues, bit, id, notNegative, positive, sku, words, yes } from './values.js';

const link = z.enum(['related', 'upsell', 'crosssell', 'associated']);

/** A product that a product points to; `associated` are the members of a grouped one. */
export const productLinkInput = input({
  link_type: link,
  linked_product_sku: sku,
  linked_product_type: words.default('simple'),
  position: z.number().int().nonnegative().default(0),
  extension_attributes: z.looseObject({ qty: positive.optional() }).optional(),
});

export const linkTypeInput = link;

/** Of one group, or with 32000 of all, from a quantity on. */
const tierPrice = input({
  customer_group_id: id,
  qty: positive,
  value: notNegative,
  extension_attributes: z.looseObject({ percentage_value: amount.optional(), website_id: id.optional() }).optional(),
});

const product = {
  name: words,
  /** In the base currency; with or without tax as the shop is set up, which REST does not tell. */
  price: notNegative.optional(),
  attribute_set_id: id,
  /** 1 enabled, 2 disabled. */
  status: z.union([z.literal(1), z.literal(2)]).optional(),
  /** 1 nowhere, 2 catalog, 3 search, 4 both. */
  visibility: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  type_id: words.optional(),
  weight: notNegative.optional(),
  extension_attributes: z
    .looseObject({
      website_ids: z.array(id).optional(),
      category_links: z
        .array(z.looseObject({ category_id: z.union([z.string(), z.number()]), position: z.number().int().optional() }))
        .optional(),
      stock_item: z.looseObject({ qty: amount.optional(), is_in_stock: yes.optional() }).optional(),
      configurable_product_links: z.array(id).optional(),
    })
    .optional(),
  /** An empty list takes all of them away; without it they stay. */
  product_links: z.array(productLinkInput).optional(),
  tier_prices: z.array(tierPrice).optional(),
  /** `{ color: 93, description: '…' }`, or the shop’s own list of codes and values. */
  custom_attributes: attributeValues.optional(),
};

const readOnly = ['id', 'created_at', 'updated_at', 'media_gallery_entries', 'options'] as const;

/** Images and options are written by their own resources: an empty list of them would take all away, in every view. */
export const productInput = input({ sku, ...product, attribute_set_id: id.default(4) }, { readOnly });
export const productChanges = input(product, { readOnly: ['sku', ...readOnly] }).partial();

const image = z.strictObject({
  /** The file itself, or its bytes in base64. */
  data: z.instanceof(Uint8Array).optional(),
  base64_encoded_data: words.optional(),
  type: z.enum(['image/jpeg', 'image/png', 'image/gif']),
  name: z.string().regex(/^[^/\\"'()[\]{}:;?*<>|]+$/, 'is no plain file name: no slashes, quotes, brackets or colons'),
});

const media = {
  media_type: z.enum(['image', 'external-video']).default('image'),
  label: z.string().default(''),
  position: z.number().int().nonnegative().default(0),
  disabled: yes.default(false),
  /** What it is shown as. */
  types: z.array(z.enum(['image', 'small_image', 'thumbnail', 'swatch_image']).or(words)).default([]),
  extension_attributes: z.looseObject({}).optional(),
};

const encoded = image
  .refine(({ data, base64_encoded_data }) => (data === undefined) !== (base64_encoded_data === undefined), {
    error: 'needs either data or base64_encoded_data',
  })
  .transform(({ data, base64_encoded_data, ...rest }) => ({
    base64_encoded_data: base64_encoded_data ?? Buffer.from(data ?? []).toString('base64'),
    ...rest,
  }));

export const mediaInput = input({ ...media, content: encoded }, { readOnly: ['id', 'file'] });
export const mediaChanges = input(
  {
    media_type: z.enum(['image', 'external-video']).optional(),
    label: z.string().optional(),
    position: z.number().int().nonnegative().optional(),
    disabled: yes.optional(),
    types: z.array(words).optional(),
    content: encoded.optional(),
  },
  { readOnly: ['id', 'file'] },
);

const optionPrice = {
  price: amount.optional(),
  price_type: z.enum(['fixed', 'percent']).optional(),
  sku: z.string().optional(),
};

/** A field that the shopper fills in. Choices (`drop_down`, `radio`, `checkbox`, `multiple`) have values. */
const customOption = {
  title: words,
  type: z.enum(['field', 'area', 'file', 'drop_down', 'radio', 'checkbox', 'multiple', 'date', 'date_time', 'time']),
  sort_order: z.number().int().default(0),
  is_require: yes.default(false),
  ...optionPrice,
  file_extension: z.string().optional(),
  max_characters: z.number().int().nonnegative().optional(),
  image_size_x: z.number().int().nonnegative().optional(),
  image_size_y: z.number().int().nonnegative().optional(),
  values: z
    .array(
      input({ title: words, sort_order: z.number().int().default(0), ...optionPrice, option_type_id: id.optional() }),
    )
    .optional(),
};
export const customOptionInput = input(customOption, { readOnly: ['option_id', 'product_sku'] });

/** An attribute by which the variants of a configurable product differ. */
export const configurableOptionInput = input(
  {
    attribute_id: z.union([words, z.number().int().transform(String)]),
    label: words,
    position: z.number().int().nonnegative().default(0),
    is_use_default: yes.optional(),
    /** Ids of the attribute’s options. */
    values: z.array(z.strictObject({ value_index: id })).min(1),
  },
  { readOnly: ['id', 'product_id'] },
);

export const bundleLinkInput = input({
  sku,
  qty: positive,
  position: z.number().int().nonnegative().default(0),
  is_default: yes.default(false),
  price: amount.default(0),
  /** 0 fixed, 1 percent. */
  price_type: bit.default(0),
  can_change_quantity: bit.default(0),
});

export const bundleOptionInput = input(
  {
    title: words,
    required: yes.default(true),
    type: z.enum(['select', 'radio', 'checkbox', 'multi']),
    position: z.number().int().nonnegative().default(0),
    product_links: z.array(bundleLinkInput).default([]),
  },
  { readOnly: ['option_id', 'sku'] },
);

export type ProductInput = z.input<typeof productInput>;
export type ProductChanges = z.input<typeof productChanges>;
export type ProductLinkInput = z.input<typeof productLinkInput>;
export type LinkType = z.input<typeof linkTypeInput>;
export type MediaInput = z.input<typeof mediaInput>;
export type MediaChanges = z.input<typeof mediaChanges>;
export type CustomOptionInput = z.input<typeof customOptionInput>;
export type ConfigurableOptionInput = z.input<typeof configurableOptionInput>;
export type BundleLinkInput = z.input<typeof bundleLinkInput>;
export type BundleOptionInput = z.input<typeof bundleOptionInput>;
