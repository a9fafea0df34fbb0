import type { Body } from '../bodies/body.js';

type Row = readonly [
  id: number,
  code: string,
  label: string,
  input: string,
  backend: string,
  scope: 'global' | 'store',
];

const rows: readonly Row[] = [
  [45, 'name', 'Name', 'text', 'varchar', 'store'],
  [46, 'is_active', 'Is Active', 'select', 'int', 'store'],
  [47, 'description', 'Description', 'textarea', 'text', 'store'],
  [48, 'image', 'Image', 'image', 'varchar', 'store'],
  [49, 'meta_title', 'Page Title', 'text', 'varchar', 'store'],
  [52, 'display_mode', 'Display Mode', 'select', 'varchar', 'store'],
  [54, 'is_anchor', 'Is Anchor', 'select', 'int', 'global'],
  [67, 'available_sort_by', 'Available Product Listing Sort By', 'multiselect', 'text', 'store'],
  [69, 'include_in_menu', 'Include in Navigation Menu', 'select', 'int', 'store'],
  [120, 'url_key', 'URL Key', 'text', 'varchar', 'store'],
];

const options: Readonly<Record<string, readonly Body[]>> = {
  display_mode: [
    { label: 'Products only', value: 'PRODUCTS' },
    { label: 'Static block only', value: 'PAGE' },
    { label: 'Static block and products', value: 'PRODUCTS_AND_PAGE' },
  ],
};
const yesAndNo: readonly Body[] = [
  { label: 'Yes', value: '1' },
  { label: 'No', value: '0' },
];

export const categoryAttributeBodies = (): Body[] =>
  rows.map(([id, code, label, input, backend, scope]) => ({
    attribute_id: id,
    attribute_code: code,
    frontend_input: input,
    entity_type_id: '3',
    is_required: code === 'name',
    options: input === 'select' ? (options[code] ?? yesAndNo) : [],
    is_user_defined: false,
    default_frontend_label: label,
    frontend_labels: [],
    backend_type: backend,
    scope,
  }));
