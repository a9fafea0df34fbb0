import type { Body } from '../bodies/body.js';
import { bundleOptionsOf } from '../bodies/product.js';
import { noEntity, noProduct, Refused, refusal } from '../protocol/errors.js';
import type { Data } from '../protocol/input.js';
import type { Product } from '../shop/product.js';
import { withEdits } from '../shop/product-edits.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Desk, Endpoint } from './endpoint.js';
import { bundleOptionFields } from './product-fields.js';

const right = 'Magento_Catalog::products';

const [linkFields] = bundleOptionFields.product_links;

export const bundleOptionTypes = [
  { label: 'Drop-down', code: 'select' },
  { label: 'Radio Buttons', code: 'radio' },
  { label: 'Checkbox', code: 'checkbox' },
  { label: 'Multiple Select', code: 'multi' },
];

const linksOf = (option: Body): readonly Body[] => (option.product_links ?? []) as readonly Body[];

/** The options of bundles, and the products to choose from in each. */
export function bundleEndpoints(desk: Desk, writing: ProductWriting): Endpoint[] {
  const bundleOf = (sku: string | null | undefined): Product => {
    const product = writing.bySku(sku ?? undefined);
    if (!product) throw new Refused(noProduct());
    if (product.type !== 'bundle')
      throw new Refused(refusal(400, 'The product with the "%1" SKU isn\'t a bundle product.', [product.sku]));
    return product;
  };
  const optionOf = (product: Product, id: unknown): Body => {
    const option = bundleOptionsOf(product).find(known => String(known.option_id) === String(id));
    if (!option) throw new Refused(noEntity());
    return option;
  };
  const toLink = (told: Data<typeof linkFields>, optionId: unknown, id = String(writing.nextId())): Body => {
    const linked = writing.bySku(told.sku ?? '');
    if (!linked) throw new Refused(noProduct());
    if (linked.type !== 'simple' && linked.type !== 'virtual')
      throw new Refused(refusal(400, 'Bundle product could not contain another composite product'));
    const { extension_attributes: _, ...link } = told;
    return { ...link, id, sku: linked.sku, option_id: optionId };
  };
  const toOption = (told: Data<typeof bundleOptionFields>, product: Product, known: Body | null): Body => {
    const id = known?.option_id ?? writing.nextId();
    const { extension_attributes: _, product_links: links, ...option } = told;
    const former = known ? linksOf(known) : [];
    return {
      ...known,
      ...option,
      option_id: id,
      sku: product.sku,
      product_links: links ? links.map(link => toLink(link, id, link.id ?? undefined)) : former,
    };
  };
  const keep = (product: Product, bundleOptions: readonly Body[], at: number): Product =>
    writing.keep(withEdits(product, { bundleOptions }), at);
  /** Puts an option in the place of the one that it was. */
  const replace = (product: Product, option: Body, at: number): Product =>
    keep(
      product,
      bundleOptionsOf(product).map(known => (known.option_id === option.option_id ? option : known)),
      at,
    );

  return [
    ['GET /V1/bundle-products/options/types', right, () => bundleOptionTypes],
    [
      'GET /V1/bundle-products/:sku/options/all',
      right,
      ({ params }) => bundleOptionsOf(writing.bySku(params.sku) ?? bundleOf(params.sku)),
    ],
    [
      'GET /V1/bundle-products/:sku/options/:optionId',
      right,
      ({ params }) => optionOf(bundleOf(params.sku), params.optionId),
    ],
    [
      'POST /V1/bundle-products/options/add',
      right,
      desk.write({ option: bundleOptionFields }, ({ input, at }) => {
        const product = bundleOf(input.option.sku);
        const option = toOption(input.option, product, null);
        keep(product, [...bundleOptionsOf(product), option], at);
        return option.option_id;
      }),
    ],
    [
      'PUT /V1/bundle-products/options/:optionId',
      right,
      desk.write({ option: bundleOptionFields }, ({ input, params, at }) => {
        const product = bundleOf(input.option.sku);
        const option = toOption(input.option, product, optionOf(product, params.optionId));
        replace(product, option, at);
        return option.option_id;
      }),
    ],
    [
      'DELETE /V1/bundle-products/:sku/options/:optionId',
      right,
      desk.write({}, ({ params, at }) => {
        const product = bundleOf(params.sku);
        const option = optionOf(product, params.optionId);
        keep(
          product,
          bundleOptionsOf(product).filter(known => known !== option),
          at,
        );
        return true;
      }),
    ],
    [
      'GET /V1/bundle-products/:sku/children',
      right,
      ({ params, query }) => {
        const wanted = query.get('optionId');
        return bundleOptionsOf(bundleOf(params.sku))
          .filter(({ option_id }) => wanted === null || String(option_id) === wanted)
          .flatMap(linksOf);
      },
    ],
    [
      'POST /V1/bundle-products/:sku/links/:optionId',
      right,
      desk.write({ linkedProduct: linkFields }, ({ input, params, at }) => {
        const product = bundleOf(params.sku);
        const option = optionOf(product, params.optionId);
        const link = toLink(input.linkedProduct, option.option_id);
        if (linksOf(option).some(({ sku }) => sku === link.sku))
          throw new Refused(
            refusal(400, 'Child with specified sku: "%1" already assigned to product: "%2"', [link.sku, product.sku]),
          );
        replace(product, { ...option, product_links: [...linksOf(option), link] }, at);
        return Number(link.id);
      }),
    ],
    [
      'PUT /V1/bundle-products/:sku/links/:id',
      right,
      desk.write({ linkedProduct: linkFields }, ({ input, params, at }) => {
        const product = bundleOf(params.sku);
        const option = bundleOptionsOf(product).find(known => linksOf(known).some(({ id }) => id === params.id));
        if (!option) throw new Refused(noEntity());
        const links = linksOf(option).map(link =>
          link.id === params.id ? { ...link, ...toLink(input.linkedProduct, option.option_id, params.id) } : link,
        );
        replace(product, { ...option, product_links: links }, at);
        return true;
      }),
    ],
    [
      'DELETE /V1/bundle-products/:sku/options/:optionId/children/:childSku',
      right,
      desk.write({}, ({ params, at }) => {
        const product = bundleOf(params.sku);
        const option = optionOf(product, params.optionId);
        const links = linksOf(option).filter(({ sku }) => sku !== params.childSku);
        if (links.length === linksOf(option).length)
          throw new Refused(refusal(404, "The bundle product doesn't have the requested option."));
        replace(product, { ...option, product_links: links }, at);
        return true;
      }),
    ],
  ];
}
