import { linksOf } from '../bodies/product.js';
import { noProduct, Refused, refusal } from '../protocol/errors.js';
import type { Data } from '../protocol/input.js';
import type { Product } from '../shop/product.js';
import { withEdits } from '../shop/product-edits.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Desk, Endpoint } from './endpoint.js';
import { linkFields } from './product-fields.js';
import { checkedLinks, linkTypes } from './product-parts.js';

const right = 'Magento_Catalog::catalog';

/** Related products, up-sells, cross-sells, and the members of grouped products. */
export function productLinkEndpoints(desk: Desk, writing: ProductWriting): Endpoint[] {
  const productOf = (sku: string | undefined): Product => {
    const product = writing.bySku(sku);
    if (!product) throw new Refused(noProduct());
    return product;
  };
  /** A link to a product that is linked already takes the place of the former. */
  const add = (product: Product, told: readonly Data<typeof linkFields>[], at: number): true => {
    const links = checkedLinks(writing, product, told);
    const kept = linksOf(product).filter(
      known =>
        !links.some(link => link.link_type === known.link_type && link.linked_product_sku === known.linked_product_sku),
    );
    writing.keep(withEdits(product, { links: [...kept, ...links] }), at);
    return true;
  };
  return [
    ['GET /V1/products/links/types', right, () => linkTypes],
    [
      'GET /V1/products/links/:type/attributes',
      right,
      ({ params }) => [
        { code: 'position', type: 'int' },
        ...(params.type === 'associated' ? [{ code: 'qty', type: 'decimal' }] : []),
      ],
    ],
    [
      'GET /V1/products/:sku/links/:type',
      right,
      ({ params }) => linksOf(productOf(params.sku)).filter(link => link.link_type === params.type),
    ],
    [
      'POST /V1/products/:sku/links',
      right,
      desk.write({ items: [linkFields] }, ({ input, params, at }) => add(productOf(params.sku), input.items, at)),
    ],
    [
      'PUT /V1/products/:sku/links',
      right,
      desk.write({ entity: linkFields }, ({ input, params, at }) => add(productOf(params.sku), [input.entity], at)),
    ],
    [
      'DELETE /V1/products/:sku/links/:type/:linkedProductSku',
      right,
      desk.write({}, ({ params, at }) => {
        const product = productOf(params.sku);
        const links = linksOf(product);
        const link = links.find(
          known => known.link_type === params.type && known.linked_product_sku === params.linkedProductSku,
        );
        if (!link)
          throw new Refused(
            refusal(404, "Product %1 doesn't have linked %2 as %3", [params.sku, params.linkedProductSku, params.type]),
          );
        writing.keep(withEdits(product, { links: links.filter(known => known !== link) }), at);
        return true;
      }),
    ],
  ];
}
