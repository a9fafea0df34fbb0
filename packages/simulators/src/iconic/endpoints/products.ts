import { json, type Route } from '../../http.js';
import { productBody } from '../bodies/product.js';
import type { VariantRecord } from '../catalog/product-set.js';
import { countedPage } from '../pages.js';
import { found } from '../problems.js';
import { readQuery } from '../query.js';
import { seller } from '../seller.js';
import type { World } from '../world.js';

export function productRoutes(world: World): Route[] {
  const { catalog } = world.shop;
  const withName = (variant: VariantRecord) => productBody(world, variant, catalog.set(variant.setId)?.name ?? '');
  const one = (test: (variant: VariantRecord) => boolean) => json(withName(found(catalog.variants.find(test))));
  return [
    [
      'GET /v2/product-set/:id/products',
      ({ params }) => json(found(catalog.set(Number(params.id))).variants.map(variant => productBody(world, variant))),
    ],
    [
      'GET /v2/product-set/:set/products/:id',
      ({ params }) => one(({ setId, id }) => String(setId) === params.set && String(id) === params.id),
    ],
    ['GET /v2/product/seller-sku/:sku', ({ params }) => one(variant => variant.sellerSku === params.sku)],
    ['GET /v2/product/shop-sku/:sku', ({ params }) => one(variant => variant.shopSku === params.sku)],
    [
      'GET /v2/product/seller-skus',
      ({ query }) => {
        const read = readQuery(query);
        const page = read.page({ max: 100 });
        const skus = read.texts('sellerSkus');
        read.require('sellerSkus', skus);
        read.atMost('sellerSkus', skus, 100);
        read.check();
        return countedPage(
          catalog.variants.filter(variant => skus?.includes(variant.sellerSku)),
          page,
          withName,
        );
      },
    ],
    [
      // A bare list, whatever limit and offset say.
      'GET /v2/products',
      ({ query }) => {
        const read = readQuery(query);
        const ids = read.integers('productIds');
        const uuids = read.texts('productUuids');
        const sellerId = read.integer('sellerId');
        const [sku, sellerSku, name] = [read.text('sku'), read.text('sellerSku'), read.text('name')];
        read.check();
        const matches = catalog.variants.filter(
          variant =>
            (ids?.includes(variant.id) ?? true) &&
            (uuids?.includes(variant.uuid) ?? true) &&
            (sellerId === undefined || sellerId === seller.id) &&
            (sku === undefined || variant.shopSku === sku) &&
            (sellerSku === undefined || variant.sellerSku === sellerSku) &&
            (name === undefined || (catalog.set(variant.setId)?.name.includes(name) ?? false)),
        );
        return json(matches.map(withName));
      },
    ],
    [
      'GET /v2/products/:id/consignment-stocks',
      ({ params }) => {
        const variant = found(catalog.variant(Number(params.id)));
        const received = variant.consigned ?? 0;
        const rest = { quarantined: 0, defective: 0, canceled: 0, returned: 0, failed: 0 };
        return json({ id: variant.id + 100, productId: variant.id, received, ...rest });
      },
    ],
  ];
}
