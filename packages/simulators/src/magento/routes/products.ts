import type { Body } from '../bodies/body.js';
import { stockItemBody } from '../bodies/stock.js';
import { noEntity, noProduct, noSuchEntity, Refused } from '../protocol/errors.js';
import { demand } from '../protocol/input.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import { type Scope, storeViews } from '../shop/stores.js';
import type { Desk, Endpoint } from './endpoint.js';
import { productFields } from './product-fields.js';
import { saveProduct } from './product-saving.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Catalog::products';
const parameters = { product: productFields, 'saveOptions?': 'flag' } as const;
const websiteLink = { productWebsiteLink: { sku: 'text', website_id: 'int' } } as const;

/** Products as a whole, and the websites they are sold on. */
export function productEndpoints(shop: Shop, desk: Desk, all: ShopCollections, writing: ProductWriting): Endpoint[] {
  const serve = (sku: string | undefined, scope: Scope): unknown => {
    const product = writing.bySku(sku);
    return product
      ? withStock(desk.serve(all.products, product, scope), stockItemBody(product, shop.sourceItems))
      : noProduct();
  };
  /** The sku of the path wins over that of the body; no release is known to rename by it. */
  const save = desk.write(parameters, ({ input: { product }, params, scope, at }) => {
    const sku = params.sku ?? product.sku ?? '';
    return serve(saveProduct(shop, writing, sku, product, scope, at).sku, scope);
  });
  const assign = desk.write(websiteLink, ({ input: { productWebsiteLink: link }, params, at }) => {
    demand((['website_id'] as const).filter(name => !link[name]));
    const product = writing.bySku(params.sku);
    if (!product) throw new Refused(noProduct());
    writing.keep(writing.setWebsites(product, [...product.websiteIds, link.website_id ?? 0]), at);
    return true;
  });

  return [
    ['GET /V1/products', right, desk.list(all.products)],
    ['GET /V1/products/types', right, () => types.map(([name, label]) => ({ name, label }))],
    ['POST /V1/products', right, save],
    [
      'GET /V1/products/:sku',
      right,
      ({ params, query }, scope) => serve(params.sku, query.has('storeId') ? viewOf(query.get('storeId')) : scope),
    ],
    ['PUT /V1/products/:sku', right, save],
    [
      'DELETE /V1/products/:sku',
      right,
      desk.write({}, ({ params }) => {
        const product = writing.bySku(params.sku);
        if (!product) throw new Refused(noProduct());
        writing.remove(product);
        return true;
      }),
    ],
    ['POST /V1/products/:sku/websites', right, assign],
    ['PUT /V1/products/:sku/websites', right, assign],
    [
      'DELETE /V1/products/:sku/websites/:websiteId',
      right,
      desk.write({}, ({ params, at }) => {
        const product = writing.bySku(params.sku);
        const id = Number(params.websiteId);
        if (!product) throw new Refused(noProduct());
        if (!product.websiteIds.includes(id)) throw new Refused(noEntity());
        writing.keep({ ...product, websiteIds: product.websiteIds.filter(known => known !== id) }, at);
        return true;
      }),
    ],
  ];
}

const types = [
  ['simple', 'Simple Product'],
  ['virtual', 'Virtual Product'],
  ['downloadable', 'Downloadable Product'],
  ['bundle', 'Bundle Product'],
  ['configurable', 'Configurable Product'],
  ['giftcard', 'Gift Card'],
  ['grouped', 'Grouped Product'],
] as const;

/** The view that a request names instead of its path's; 0 stands for the administration. */
function viewOf(id: string | null): Scope {
  const view = storeViews.find(known => String(known.id) === id);
  if (!view && id !== '0') throw new Refused(noSuchEntity('id', id));
  return view ?? null;
}

/** Alone, a product has its stock. */
const withStock = (body: unknown, stockItem: Body): unknown => {
  if (body === null || typeof body !== 'object' || !('extension_attributes' in body)) return body;
  return { ...body, extension_attributes: { ...(body.extension_attributes as object), stock_item: stockItem } };
};
