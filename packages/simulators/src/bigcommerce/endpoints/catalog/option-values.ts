import { type Doc, isDoc } from '../../records/fields.js';
import { invalid } from '../../refusal.js';
import type { Catalog } from '../../shop/catalog.js';
import type { Product, ProductOption, Variant } from '../../shop/product.js';
import { partRows } from '../../views/product.js';

const valuesIn = (option: Doc): Doc[] => option.option_values as Doc[];

const toModel = (option: Doc): ProductOption => ({
  id: Number(option.id),
  name: String(option.display_name),
  type: String(option.type),
  values: valuesIn(option).map(value => ({ id: Number(value.id), label: String(value.label) })),
});

/** The option of that name, and its value of that label; both are made where there are none. */
function named(catalog: Catalog, product: Product, name: string, label: string): [Doc, Doc] {
  const rows = partRows(catalog, product, 'options');
  const option =
    rows.all.find(({ display_name }) => display_name === name) ??
    rows.insert({
      product_id: product.id,
      name: `${name}${product.id}`,
      display_name: name,
      type: 'rectangles',
      sort_order: rows.all.length,
      option_values: [],
      config: {},
    });
  const known = valuesIn(option).find(value => value.label === label);
  if (known) return [option, known];
  const value = {
    id: catalog.nextId('value'),
    label,
    sort_order: valuesIn(option).length,
    value_data: null,
    is_default: false,
  };
  valuesIn(option).push(value);
  return [option, value];
}

/** What a variant is made of: values given by their ids, or by the names of option and value. */
export function optionValuesOf(catalog: Catalog, product: Product, sent: unknown): Variant['values'] {
  const entries = (Array.isArray(sent) ? sent : []).filter(isDoc);
  if (entries.length === 0)
    throw invalid('v3', { option_values: 'The required field option_values was not supplied.' });
  return entries.map(entry => {
    if (entry.option_display_name !== undefined && entry.label !== undefined && entry.id === undefined) {
      const [option, value] = named(catalog, product, String(entry.option_display_name), String(entry.label));
      return { option: toModel(option), value: { id: Number(value.id), label: String(value.label) } };
    }
    const option = partRows(catalog, product, 'options').find(entry.option_id);
    const value = option && valuesIn(option).find(({ id }) => id === Number(entry.id));
    if (!option || !value)
      throw invalid('v3', {
        option_values: `The option value ${entry.id} of option ${entry.option_id} was not found.`,
      });
    return { option: toModel(option), value: { id: Number(value.id), label: String(value.label) } };
  });
}
