import type { Body } from '../bodies/body.js';
import { mediaOf } from '../bodies/product.js';
import { noProduct, Refused, refusal } from '../protocol/errors.js';
import { changedImage, newImage, withRolesOf } from '../shop/media.js';
import type { Product } from '../shop/product.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import { mediaFields } from './product-fields.js';
import { isTaken, withImages } from './product-saving.js';

const right = 'Magento_Catalog::catalog';

const noImage = () =>
  new Refused(refusal(404, 'No image with the provided ID was found. Verify the ID and try again.'));

/** Images of products. A product's time does not move with them. */
export function productMediaEndpoints(shop: Shop, desk: Desk, writing: ProductWriting): Endpoint[] {
  const productOf = (sku: string | undefined): Product => {
    const product = writing.bySku(sku);
    if (!product) throw new Refused(noProduct());
    return product;
  };
  const imageOf = (product: Product, id: string | undefined): Body => {
    const image = mediaOf(product).find(known => String(known.id) === id);
    if (!image) throw noImage();
    return image;
  };
  return [
    ['GET /V1/products/:sku/media', right, ({ params }) => mediaOf(productOf(params.sku))],
    ['GET /V1/products/:sku/media/:entryId', right, ({ params }) => imageOf(productOf(params.sku), params.entryId)],
    [
      'POST /V1/products/:sku/media',
      right,
      desk.write({ entry: mediaFields }, ({ input, params }) => {
        const product = productOf(params.sku);
        const known = mediaOf(product);
        const image = newImage(input.entry, writing.nextId(), known.length + 1, isTaken(shop));
        writing.keep(withImages(writing, product, withRolesOf([...known, image], image)), null);
        return String(image.id);
      }),
    ],
    [
      'PUT /V1/products/:sku/media/:entryId',
      right,
      desk.write({ entry: mediaFields }, ({ input, params }) => {
        const product = productOf(params.sku);
        const image = changedImage(imageOf(product, params.entryId), input.entry, isTaken(shop));
        writing.keep(withImages(writing, product, withRolesOf(mediaOf(product), image)), null);
        return true;
      }),
    ],
    [
      'DELETE /V1/products/:sku/media/:entryId',
      right,
      desk.write({}, ({ params }) => {
        const product = productOf(params.sku);
        const image = imageOf(product, params.entryId);
        writing.keep(
          withImages(
            writing,
            product,
            mediaOf(product).filter(known => known !== image),
          ),
          null,
        );
        return true;
      }),
    ],
  ];
}
