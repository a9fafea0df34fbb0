import { optionsOf } from '../bodies/product.js';
import { noProduct, Refused, refusal } from '../protocol/errors.js';
import type { Product } from '../shop/product.js';
import { withEdits } from '../shop/product-edits.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Desk, Endpoint } from './endpoint.js';
import { optionFields } from './product-fields.js';
import { optionTypes, savedOption } from './product-parts.js';

const right = 'Magento_Catalog::catalog';

const noOption = () =>
  new Refused(refusal(404, "The option that was requested doesn't exist. Verify the entity and try again."));

/** What shoppers can choose or write on a product before they buy it. */
export function productOptionEndpoints(desk: Desk, writing: ProductWriting): Endpoint[] {
  const productOf = (sku: string | null | undefined): Product => {
    const product = writing.bySku(sku ?? undefined);
    if (!product) throw new Refused(noProduct());
    return product;
  };
  const optionOf = (product: Product, id: string | undefined) => {
    const option = optionsOf(product).find(known => String(known.option_id) === id);
    if (!option) throw noOption();
    return option;
  };
  return [
    ['GET /V1/products/options/types', right, () => optionTypes],
    ['GET /V1/products/:sku/options', right, ({ params }) => optionsOf(productOf(params.sku))],
    [
      'GET /V1/products/:sku/options/:optionId',
      right,
      ({ params }) => optionOf(productOf(params.sku), params.optionId),
    ],
    [
      'POST /V1/products/options',
      right,
      desk.write({ option: optionFields }, ({ input: { option: told }, at }) => {
        const product = productOf(told.product_sku);
        const { option_id: _, ...fresh } = told;
        const option = savedOption(fresh, product.sku, writing.nextId);
        writing.keep(withEdits(product, { options: [...optionsOf(product), option] }), at);
        return option;
      }),
    ],
    [
      'PUT /V1/products/options/:optionId',
      right,
      desk.write({ option: optionFields }, ({ input: { option: told }, params, at }) => {
        const product = productOf(told.product_sku);
        const known = optionOf(product, params.optionId);
        const option = savedOption(
          { ...known, ...told, option_id: Number(params.optionId) },
          product.sku,
          writing.nextId,
        );
        const options = optionsOf(product).map(other => (other === known ? option : other));
        writing.keep(withEdits(product, { options }), at);
        return option;
      }),
    ],
    [
      'DELETE /V1/products/:sku/options/:optionId',
      right,
      desk.write({}, ({ params, at }) => {
        const product = productOf(params.sku);
        const option = optionOf(product, params.optionId);
        writing.keep(withEdits(product, { options: optionsOf(product).filter(known => known !== option) }), at);
        return true;
      }),
    ],
  ];
}
