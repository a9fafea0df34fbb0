import { input } from '@cartograph/connector-kit';
import { z } from 'zod';
import { count, filter, flag, id, name, number, oneOf, text, upTo, whole } from './kinds.js';

const imageFields = { is_thumbnail: flag.optional(), sort_order: whole.optional(), description: text.optional() };
const imageReadOnly = [
  'id',
  'product_id',
  'date_modified',
  'url_zoom',
  'url_standard',
  'url_thumbnail',
  'url_tiny',
] as const;

/** An image that the platform fetches: at most 8 MB, by an address of at most 255 characters. */
export const imageByUrl = input(
  { ...imageFields, image_url: z.url().max(255) },
  { readOnly: [...imageReadOnly, 'image_file'] },
);
/** Beside an uploaded file. */
export const uploadedImage = input(imageFields, { readOnly: [...imageReadOnly, 'image_file', 'image_url'] });
export const imageChanges = imageByUrl.partial();

export const videoInput = input(
  {
    video_id: upTo(25),
    type: z.literal('youtube').optional(),
    title: upTo(255).optional(),
    description: text.optional(),
    sort_order: whole.optional(),
  },
  { readOnly: ['id', 'product_id', 'length'] },
);
export const videoChanges = videoInput.partial();

export const customFieldInput = input({ name: name(250), value: name(250) }, { readOnly: ['id'] });
export const customFieldChanges = customFieldInput.partial();

export const bulkPricingRuleInput = input(
  {
    quantity_min: count,
    /** 0 for no upper bound. */
    quantity_max: count,
    type: oneOf('price', 'percent', 'fixed'),
    amount: z.union([z.number(), z.string()]),
  },
  { readOnly: ['id'] },
);
/** The platform takes a rule only whole. */
export const bulkPricingRuleChanges = bulkPricingRuleInput;

export const reviewFilter = filter({ status: z.literal([0, 1]) });
export const reviewInput = input(
  {
    title: upTo(255),
    date_reviewed: text,
    text: text.optional(),
    status: text.optional(),
    rating: whole.min(0).max(5).optional(),
    email: text.optional(),
    name: upTo(255).optional(),
  },
  { readOnly: ['id', 'date_created', 'date_modified'] },
);
export const reviewChanges = reviewInput.partial();

const adjuster = input({ adjuster: oneOf('relative', 'percentage'), adjuster_value: number });

export const complexRuleInput = input(
  {
    sort_order: whole.optional(),
    enabled: flag.optional(),
    stop: flag.optional(),
    purchasing_disabled: flag.optional(),
    purchasing_disabled_message: upTo(255).optional(),
    purchasing_hidden: flag.optional(),
    image_url: text.optional(),
    price_adjuster: adjuster.nullish(),
    weight_adjuster: adjuster.nullish(),
    conditions: z
      .array(
        input({
          modifier_id: id.nullish(),
          modifier_value_id: id.nullish(),
          variant_id: id.nullish(),
        }),
      )
      .optional(),
  },
  { readOnly: ['id', 'product_id'] },
);
export const complexRuleChanges = complexRuleInput.partial();
