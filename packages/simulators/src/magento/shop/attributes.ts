/** Product attributes whose values are option ids. */
export interface SelectAttribute {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly options: readonly { readonly id: number; readonly label: string }[];
}

const optionsFrom = (first: number, labels: readonly string[]) =>
  labels.map((label, index) => ({ id: first + index, label }));

export const colorAttribute: SelectAttribute = {
  id: 93,
  code: 'color',
  label: 'Color',
  options: optionsFrom(49, ['Black', 'Blue', 'Crème', 'Forest', 'Rust']),
};

export const sizeAttribute: SelectAttribute = {
  id: 144,
  code: 'size',
  label: 'Size',
  options: optionsFrom(166, ['XS', 'S', 'M', 'L', 'XL']),
};

export const brandAttribute: SelectAttribute = {
  id: 83,
  code: 'manufacturer',
  label: 'Manufacturer',
  options: optionsFrom(210, ['Harbour & Pine', 'Bløm', 'Kōwhai Works', 'Plain Goods']),
};

export const selectAttributes: readonly SelectAttribute[] = [brandAttribute, colorAttribute, sizeAttribute];
