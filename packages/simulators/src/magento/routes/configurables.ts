import { configurableOptionsOf } from '../bodies/product.js';
import { noEntity, noProduct, Refused, refusal } from '../protocol/errors.js';
import type { Product } from '../shop/product.js';
import { withEdits } from '../shop/product-edits.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';
import { configurableOptionFields } from './product-fields.js';
import type { ShopCollections } from './shop-collections.js';

const right = 'Magento_Catalog::catalog';
const editing = 'Magento_Catalog::products';

/** Configurable products: the attributes by which their variants differ, and the variants. */
export function configurableEndpoints(
  shop: Shop,
  desk: Desk,
  all: ShopCollections,
  writing: ProductWriting,
): Endpoint[] {
  const productOf = (sku: string | null | undefined): Product => {
    const product = writing.bySku(sku ?? undefined);
    if (!product) throw new Refused(noProduct());
    return product;
  };
  const configurable = (sku: string | undefined): Product => {
    const product = productOf(sku);
    if (product.type !== 'configurable') throw new Refused(refusal(400, 'The product is not a configurable product.'));
    return product;
  };
  const optionsOf = (product: Product) => (product.type === 'configurable' ? configurableOptionsOf(product) : []);
  const optionOf = (product: Product, id: string | undefined) => {
    const option = optionsOf(product).find(known => String(known.id) === id);
    if (!option) throw new Refused(noEntity());
    return option;
  };

  return [
    [
      'GET /V1/configurable-products/:sku/children',
      right,
      ({ params }, scope) =>
        currentMembers(shop, productOf(params.sku)).map(member => childBody(desk.serve(all.products, member, scope))),
    ],
    [
      'POST /V1/configurable-products/:sku/child',
      editing,
      desk.write({ childSku: 'text' }, ({ input, params, at }) => {
        const product = configurable(params.sku);
        const child = productOf(input.childSku);
        if (product.members.some(({ id }) => id === child.id))
          throw new Refused(refusal(400, 'The product is already attached.'));
        writing.keep({ ...product, members: [...product.members, child] }, at);
        return true;
      }),
    ],
    [
      'DELETE /V1/configurable-products/:sku/children/:childSku',
      editing,
      desk.write({}, ({ params, at }) => {
        const product = configurable(params.sku);
        const members = product.members.filter(({ sku }) => sku.toLowerCase() !== params.childSku?.toLowerCase());
        if (members.length === product.members.length)
          throw new Refused(
            refusal(404, "The option that was requested doesn't exist. Verify the entity and try again."),
          );
        writing.keep({ ...product, members }, at);
        return true;
      }),
    ],
    ['GET /V1/configurable-products/:sku/options/all', right, ({ params }) => optionsOf(productOf(params.sku))],
    [
      'GET /V1/configurable-products/:sku/options/:id',
      right,
      ({ params }) => optionOf(productOf(params.sku), params.id),
    ],
    [
      'POST /V1/configurable-products/:sku/options',
      editing,
      desk.write({ option: configurableOptionFields }, ({ input, params, at }) => {
        const product = configurable(params.sku);
        const known = shop.tables.attributes
          .rows()
          .find(({ attribute_id }) => String(attribute_id) === input.option.attribute_id);
        if (!known) throw new Refused(noEntity());
        const options = optionsOf(product);
        const option = {
          label: known.default_frontend_label,
          position: options.length,
          values: [],
          ...input.option,
          id: writing.nextId(),
          product_id: product.id,
        };
        writing.keep(withEdits(product, { configurableOptions: [...options, option] }), at);
        return option.id;
      }),
    ],
    [
      'PUT /V1/configurable-products/:sku/options/:id',
      editing,
      desk.write({ option: configurableOptionFields }, ({ input, params, at }) => {
        const product = configurable(params.sku);
        const known = optionOf(product, params.id);
        const option = { ...known, ...input.option, id: known.id };
        const options = optionsOf(product).map(other => (other === known ? option : other));
        writing.keep(withEdits(product, { configurableOptions: options }), at);
        return option.id;
      }),
    ],
    [
      'DELETE /V1/configurable-products/:sku/options/:id',
      editing,
      desk.write({}, ({ params, at }) => {
        const product = configurable(params.sku);
        const option = optionOf(product, params.id);
        const options = optionsOf(product).filter(known => known !== option);
        writing.keep(withEdits(product, { configurableOptions: options }), at);
        return true;
      }),
    ],
  ];
}

/** Children as they are now, edits included. */
const currentMembers = (shop: Shop, product: Product): Product[] =>
  product.members.map(member => shop.products.find(({ id }) => id === member.id) ?? member);

/** A child in its parent's list has fewer fields than the same product in the product list. */
const childBody = (body: unknown): unknown => {
  if (body === null || typeof body !== 'object') return body;
  return Object.fromEntries(
    Object.entries(body).filter(([key]) => !['extension_attributes', 'media_gallery_entries', 'options'].includes(key)),
  );
};
