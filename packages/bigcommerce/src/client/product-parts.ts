import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import type { z } from 'zod';
import {
  bulkPricingRuleChanges,
  bulkPricingRuleInput,
  complexRuleChanges,
  complexRuleInput,
  customFieldChanges,
  customFieldInput,
  imageByUrl,
  imageChanges,
  reviewChanges,
  reviewFilter,
  reviewInput,
  uploadedImage,
  videoChanges,
  videoInput,
} from '../input/product-part.js';
import { sparse } from '../input/variant.js';
import {
  bulkPricingRuleSchema,
  complexRuleSchema,
  customFieldSchema,
  type ProductImage,
  productImageSchema,
  productVideoSchema,
  reviewSchema,
} from '../records/product.js';
import type { Api } from './api.js';
import { at, type Id } from './path.js';
import { gets, lists } from './resource/reading.js';
import { type Source, source } from './resource/source.js';
import { creates, deletes, updates } from './resource/writing.js';
import { formOf, type Upload } from './upload.js';

/** What stands below a product. */
export function createProductParts(api: Api) {
  const below = <Schema extends z.ZodType>(name: string, word: string, schema: Schema) =>
    source(api, `products.${name}`, (productId: Id) => `${at`/v3/catalog/products/${productId}`}/${word}`, schema);
  const read = <Item>(part: Source<[productId: Id], Item>) => ({
    ...lists(part, sparse),
    ...gets(part),
    ...deletes(part),
  });

  const images = below('images', 'images', productImageSchema);
  const videos = below('videos', 'videos', productVideoSchema);
  const customFields = below('customFields', 'custom-fields', customFieldSchema);
  const bulkPricingRules = below('bulkPricingRules', 'bulk-pricing-rules', bulkPricingRuleSchema);
  const complexRules = below('complexRules', 'complex-rules', complexRuleSchema);
  const reviews = below('reviews', 'reviews', reviewSchema);

  return {
    images: {
      ...read(images),
      /** By an address that the platform fetches it from. */
      ...creates(images, imageByUrl),
      ...updates(images, imageChanges),
      /** By its bytes, at most 8 MB. */
      async upload(
        productId: Id,
        file: Upload,
        fields: z.input<typeof uploadedImage> = {},
        call?: RequestOptions,
      ): Promise<ProductImage> {
        const form = formOf('image_file', file, checkInput('products.images.upload', uploadedImage, fields));
        return images.check.one(await api.record('POST', at`/v3/catalog/products/${productId}/images`, { form }, call));
      },
    },
    videos: { ...read(videos), ...creates(videos, videoInput), ...updates(videos, videoChanges) },
    customFields: {
      ...read(customFields),
      ...creates(customFields, customFieldInput),
      ...updates(customFields, customFieldChanges),
    },
    bulkPricingRules: {
      ...read(bulkPricingRules),
      ...creates(bulkPricingRules, bulkPricingRuleInput),
      ...updates(bulkPricingRules, bulkPricingRuleChanges),
    },
    complexRules: {
      ...read(complexRules),
      ...creates(complexRules, complexRuleInput),
      ...updates(complexRules, complexRuleChanges),
    },
    reviews: {
      ...read(reviews),
      ...lists(reviews, reviewFilter),
      ...creates(reviews, reviewInput),
      ...updates(reviews, reviewChanges),
    },
  };
}
