import { isoOffset } from '../../dates.js';
import { type Doc, type Fields, fallbacks, isDoc } from '../../records/fields.js';
import { acceptedValues } from '../../records/resource.js';
import { invalid } from '../../refusal.js';
import type { Catalog } from '../../shop/catalog.js';
import type { Product } from '../../shop/product.js';
import { partRows } from '../../views/product.js';
import { partFields } from './product-fields.js';

export type WrittenPart = keyof typeof partFields;

/** The fields of a V3 body that may be stored; refuses the body that has a wrong one, or lacks one. */
export const valuesOf = (fields: Fields, body: Doc, isNew: boolean): Doc => acceptedValues('v3', fields, body, isNew);

const sizes = ['zoom', 'standard', 'thumbnail', 'tiny'] as const;

/** The platform copies an image to its own place, in several sizes. */
function imageValues(product: Product, values: Doc, isFirst: boolean): Doc {
  const source = String(values.image_url || values.image_file || '');
  if (source === '') throw invalid('v3', { image_url: 'image_file or image_url must be present' });
  const name = source.split('/').at(-1);
  const place = `https://cdn11.bigcommerce.example/s-lantern/products/${product.id}/images`;
  return {
    ...values,
    image_file: name,
    image_url: `${place}/original/${name}`,
    ...Object.fromEntries(sizes.map(size => [`url_${size}`, `${place}/${size}/${name}`])),
    is_thumbnail: values.is_thumbnail === true || isFirst,
  };
}

/** What a new row of a sub-resource is, with what the platform adds. */
export function newPart(product: Product, path: WrittenPart, values: Doc, at: number, isFirst: boolean): Doc {
  const { id: product_id } = product;
  const date = isoOffset(at);
  switch (path) {
    case 'images':
      return { ...imageValues(product, values, isFirst), product_id, date_modified: date };
    case 'videos':
      return { ...values, product_id, length: '' };
    case 'reviews':
      return { ...values, product_id, date_created: date, date_modified: date };
    case 'complex-rules':
      return { ...values, product_id };
    default:
      return values;
  }
}

/** Parts that came inside a product's own body: with an id they change a row, without one they add it. */
export function putParts(
  catalog: Catalog,
  product: Product,
  path: WrittenPart,
  bodies: readonly unknown[],
  at: number,
): void {
  const rows = partRows(catalog, product, path);
  const fields: Fields = partFields[path];
  for (const body of bodies.filter(isDoc)) {
    const known = body.id === undefined ? undefined : rows.find(body.id);
    const values = valuesOf(fields, body, !known);
    if (known) rows.change(known, values);
    else rows.insert(newPart(product, path, { ...fallbacks(fields), ...values }, at, rows.all.length === 0));
  }
}
