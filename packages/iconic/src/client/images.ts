import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import {
  type ImageChanges,
  type ImageReplacement,
  type ImageUpload,
  imageChanges,
  imageReplacement,
  imageUpload,
  type NewImage,
  newImage,
} from '../input/products.js';
import { texts } from '../input/scalars.js';
import { coverImageSchema, type Image, imageSchema, setImagesSchema, skuImageSchema } from '../records/product.js';
import { type Api, part } from './api.js';
import { inHundreds } from './by-ids.js';
import { multipart } from './multipart.js';
import { ofSets } from './of-sets.js';

type Id = string | number;

/** Position 1 is the main image, of 8; two may have one position. */
export function createImages(api: Api) {
  const images = api.of('productSets.images', imageSchema);
  const ofSet = api.of('productSets.images', setImagesSchema);
  const covers = api.of('productSets.images', coverImageSchema);
  const ofSku = api.of('productSets.images', skuImageSchema);
  const at = (setId: Id, imageId?: Id) =>
    `/v2/product-set/${part(setId)}/images${imageId === undefined ? '' : `/${part(imageId)}`}`;
  return {
    list: (setId: Id, call?: RequestOptions): Promise<Image[]> => images.all('GET', at(setId), {}, call),
    /** From an address that the platform fetches it from. */
    create: async (setId: Id, input: NewImage, call?: RequestOptions): Promise<Image> =>
      images.one('POST', at(setId), { json: checkInput('productSets.images.create', newImage, input) }, call),
    upload: async (setId: Id, input: ImageUpload, call?: RequestOptions): Promise<Image> => {
      const { file, ...rest } = checkInput('productSets.images.upload', imageUpload, input);
      return images.one('POST', at(setId), await multipart({ file1: file, ...rest }), call);
    },
    update: async (setId: Id, imageId: Id, changes: ImageChanges, call?: RequestOptions): Promise<Image> =>
      images.one(
        'PATCH',
        at(setId, imageId),
        { json: checkInput('productSets.images.update', imageChanges, changes) },
        call,
      ),
    /** Another file in the place of an image. */
    replace: async (setId: Id, imageId: Id, input: ImageReplacement, call?: RequestOptions): Promise<Image> => {
      const { file, ...rest } = checkInput('productSets.images.replace', imageReplacement, input);
      return images.one('PATCH', at(setId, imageId), await multipart({ file1: file, ...rest }), call);
    },
    delete: (setId: Id, imageId: Id, call?: RequestOptions) => api.send('DELETE', at(setId, imageId), {}, call),
    bySets: ofSets('productSets.images.bySets', ofSet, '/v2/product-sets/images'),
    covers: ofSets('productSets.images.covers', covers, '/v2/product-sets/cover-image'),
    /** The main image of products by their shop SKUs, a hundred a request. */
    bySkus: async (productSkus: readonly string[], call?: RequestOptions) => {
      const found: Awaited<ReturnType<typeof ofSku.all>> = [];
      for (const chunk of inHundreds(checkInput('productSets.images.bySkus', texts, productSkus)))
        found.push(
          ...(await ofSku.all('GET', '/v2/product-set/images-by-sku', { query: { productSkus: chunk } }, call)),
        );
      return found;
    },
  };
}
