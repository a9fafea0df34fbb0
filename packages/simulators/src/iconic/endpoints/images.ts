import { json, type Route } from '../../http.js';
import { imageBody } from '../bodies/image.js';
import { imagesOf } from '../catalog/images.js';
import type { ProductSetRecord } from '../catalog/product-set.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import type { World } from '../world.js';
import { namedSets } from './named-sets.js';

const coverOf = (set: ProductSetRecord): string | null => imagesOf(set)[0]?.url ?? null;

/** Bare lists, unpaged. */
export function imageRoutes(world: World): Route[] {
  const { catalog } = world.shop;
  return [
    [
      'GET /v2/product-set/images-by-sku',
      ({ query }) => {
        const read = readQuery(query);
        const skus = read.texts('productSkus');
        read.require('productSkus', skus);
        read.atMost('productSkus', skus, 100);
        read.check();
        const matches = catalog.variants.filter(
          ({ sellerSku, shopSku }) => skus?.includes(sellerSku) || (shopSku !== null && skus?.includes(shopSku)),
        );
        return json(
          matches.map(({ setId, shopSku, sellerSku }) => {
            const mainImageUrl = coverOf(found(catalog.set(setId)));
            return { productSetId: setId, shopSku, sellerSku, mainImageUrl };
          }),
        );
      },
    ],
    [
      'GET /v2/product-set/:id/images',
      ({ params }) => {
        const set = found(catalog.set(Number(params.id)));
        return json(imagesOf(set).map(image => imageBody(set, image)));
      },
    ],
    [
      'GET /v2/product-sets/images',
      call =>
        json(
          namedSets(world, call).map(set => ({
            productSetId: set.id,
            images: imagesOf(set).map(({ id, url }) => ({ id, displayUrl: url, srcId: null })),
          })),
        ),
    ],
    [
      'GET /v2/product-sets/cover-image',
      call => json(namedSets(world, call).map(set => ({ productSetId: set.id, imageUrl: coverOf(set) }))),
    ],
  ];
}
