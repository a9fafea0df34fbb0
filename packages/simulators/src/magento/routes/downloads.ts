import type { Body } from '../bodies/body.js';
import { noEntity, noProduct, Refused, refusal } from '../protocol/errors.js';
import type { Product } from '../shop/product.js';
import { editsOf, withEdits } from '../shop/product-edits.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint } from './endpoint.js';

const right = 'Magento_Downloadable::downloadable';

const fileContent = { file_data: 'text', name: 'text', extension_attributes: {} } as const;
const sampleFields = {
  id: 'int',
  title: 'text',
  sort_order: 'int',
  sample_type: 'text',
  sample_file: 'text',
  sample_file_content: fileContent,
  sample_url: 'text',
  extension_attributes: {},
} as const;
const linkFields = {
  ...sampleFields,
  is_shareable: 'int',
  price: 'number',
  number_of_downloads: 'int',
  link_type: 'text',
  link_file: 'text',
  link_file_content: fileContent,
  link_url: 'text',
} as const;

type Kind = 'links' | 'samples';

/** What a buyer of a seeded downloadable may fetch: one file. */
const seededLinks = (product: Product): Body[] => [
  {
    id: product.id * 2,
    title: product.name,
    sort_order: 1,
    is_shareable: 2,
    price: 0,
    number_of_downloads: 0,
    link_type: 'url',
    link_url: `https://files.example/${product.id}.pdf`,
    sample_type: 'url',
  },
];

/** The files of a downloadable product, and samples of them. */
function filesOf(product: Product, kind: Kind): readonly Body[] {
  const { downloads, isNew } = editsOf(product);
  if (product.type !== 'downloadable') return [];
  return downloads?.[kind] ?? (kind === 'links' && !isNew ? seededLinks(product) : []);
}

/** Files come by address or by content; a content gets a path, as it does on the server. */
function checked(told: Body, kind: Kind): Body {
  const { link_file_content, sample_file_content, extension_attributes: _, ...rest } = told;
  const type = kind === 'links' ? 'link' : 'sample';
  const content = (kind === 'links' ? link_file_content : sample_file_content) as Body | null | undefined;
  if (!['url', 'file'].includes(String(rest[`${type}_type`])))
    throw new Refused(refusal(400, `The ${type} type is invalid. Verify and try again.`));
  if (rest[`${type}_type`] === 'url' && !/^https?:\/\//.test(String(rest[`${type}_url`] ?? '')))
    throw new Refused(refusal(400, `${type === 'link' ? 'Link' : 'Sample'} URL must have valid format.`));
  if (rest[`${type}_type`] === 'file' && !content && !rest[`${type}_file`])
    throw new Refused(refusal(400, `The ${type} file not found. Please try again.`));
  const name = String(content?.name ?? '').toLowerCase();
  return content ? { ...rest, [`${type}_file`]: `/${name[0]}/${name[1]}/${name}` } : rest;
}

export function downloadEndpoints(shop: Shop, desk: Desk, writing: ProductWriting): Endpoint[] {
  const productOf = (sku: string | undefined): Product => {
    const product = writing.bySku(sku);
    if (!product) throw new Refused(noProduct());
    return product;
  };
  const downloadable = (sku: string | undefined): Product => {
    const product = productOf(sku);
    if (product.type !== 'downloadable')
      throw new Refused(
        refusal(400, 'The product needs to be the downloadable type. Verify the product and try again.'),
      );
    return product;
  };
  const keep = (product: Product, kind: Kind, files: readonly Body[], at: number) =>
    writing.keep(withEdits(product, { downloads: { ...editsOf(product).downloads, [kind]: files } }), at);

  return (['links', 'samples'] as const).flatMap((kind): Endpoint[] => {
    const path = kind === 'links' ? 'downloadable-links' : 'downloadable-links/samples';
    const parameter = kind === 'links' ? 'link' : 'sample';
    const parameters = {
      [parameter]: kind === 'links' ? linkFields : sampleFields,
      'isGlobalScopeContent?': 'flag',
    } as const;
    const told = (input: unknown) => (input as Record<string, Body>)[parameter] as Body;
    return [
      [`GET /V1/products/:sku/${path}`, right, ({ params }) => filesOf(productOf(params.sku), kind)],
      [
        `POST /V1/products/:sku/${path}`,
        right,
        desk.write(parameters, ({ input, params, at }) => {
          const product = downloadable(params.sku);
          const id = writing.nextId();
          keep(product, kind, [...filesOf(product, kind), { ...checked(told(input), kind), id }], at);
          return id;
        }),
      ],
      [
        `PUT /V1/products/:sku/${path}/:id`,
        right,
        desk.write(parameters, ({ input, params, at }) => {
          const product = downloadable(params.sku);
          const known = filesOf(product, kind).find(({ id }) => String(id) === params.id);
          if (!known) throw new Refused(noEntity());
          const file = { ...checked({ ...known, ...told(input) }, kind), id: known.id };
          keep(
            product,
            kind,
            filesOf(product, kind).map(other => (other === known ? file : other)),
            at,
          );
          return known.id;
        }),
      ],
      [
        `DELETE /V1/products/${path}/:id`,
        right,
        desk.write({}, ({ params, at }) => {
          const product = shop.products.find(known => filesOf(known, kind).some(({ id }) => String(id) === params.id));
          if (!product) throw new Refused(noEntity());
          keep(
            product,
            kind,
            filesOf(product, kind).filter(({ id }) => String(id) !== params.id),
            at,
          );
          return true;
        }),
      ],
    ];
  });
}
