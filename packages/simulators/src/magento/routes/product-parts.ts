import type { Body } from '../bodies/body.js';
import { Refused, refusal } from '../protocol/errors.js';
import type { Data } from '../protocol/input.js';
import type { Product } from '../shop/product.js';
import type { ProductWriting } from '../shop/product-writing.js';
import type { linkFields, optionFields } from './product-fields.js';

export const linkTypes = [
  { code: 1, name: 'related' },
  { code: 5, name: 'crosssell' },
  { code: 4, name: 'upsell' },
  { code: 3, name: 'associated' },
] as const;

/** Links as they are kept, each to a product that there is. */
export function checkedLinks(
  writing: ProductWriting,
  product: Product,
  links: readonly Data<typeof linkFields>[],
): Body[] {
  return links.map((link, index) => {
    if (!linkTypes.some(({ name }) => name === link.link_type))
      throw new Refused(refusal(404, "The product link type isn't found. Verify the type and try again."));
    const linked = writing.bySku(link.linked_product_sku ?? '');
    if (!linked) throw new Refused(refusal(400, 'The linked products SKU is invalid. Verify the data and try again.'));
    return {
      sku: product.sku,
      link_type: link.link_type,
      linked_product_sku: linked.sku,
      linked_product_type: linked.type,
      position: link.position ?? index + 1,
      ...(link.link_type === 'associated'
        ? { extension_attributes: { qty: link.extension_attributes?.qty ?? 0 } }
        : {}),
    };
  });
}

/** Types of custom options, by their groups. */
export const optionTypes = [
  { label: 'Field', code: 'field', group: 'Text' },
  { label: 'Area', code: 'area', group: 'Text' },
  { label: 'File', code: 'file', group: 'File' },
  { label: 'Drop-down', code: 'drop_down', group: 'Select' },
  { label: 'Radio Buttons', code: 'radio', group: 'Select' },
  { label: 'Checkbox', code: 'checkbox', group: 'Select' },
  { label: 'Multiple Select', code: 'multiple', group: 'Select' },
  { label: 'Date', code: 'date', group: 'Date' },
  { label: 'Date & Time', code: 'date_time', group: 'Date' },
  { label: 'Time', code: 'time', group: 'Date' },
] as const;

/** A custom option as it is kept: its own number, and one for each of its values. */
export function savedOption(told: Data<typeof optionFields>, sku: string, nextId: () => number): Body {
  const type = optionTypes.find(({ code }) => code === told.type);
  if (!told.title) throw new Refused(refusal(400, 'Missed values for option required fields'));
  if (!type) throw new Refused(refusal(400, 'Invalid option type'));
  const isSelect = type.group === 'Select';
  if (isSelect && !told.values?.length) throw new Refused(refusal(400, 'Select type options required values rows.'));
  const { extension_attributes: _, values, ...option } = told;
  return {
    ...option,
    product_sku: sku,
    option_id: told.option_id ?? nextId(),
    sort_order: told.sort_order ?? 0,
    is_require: told.is_require ?? true,
    ...(isSelect
      ? { values: (values ?? []).map(value => ({ ...value, option_type_id: value.option_type_id ?? nextId() })) }
      : { price: told.price ?? 0, price_type: told.price_type ?? 'fixed' }),
  };
}
