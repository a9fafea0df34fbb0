import type { Body } from '../bodies/body.js';
import { brandAttribute, type SelectAttribute, selectAttributes } from './attributes.js';
import type { AttributeScope } from './product-edits.js';

type Row = readonly [
  id: number,
  code: string,
  label: string,
  input: string,
  backend: string,
  scope: AttributeScope,
  options?: Readonly<Record<string, string>>,
];

/** What every shop has; the merchant's own come beside them. */
const rows: readonly Row[] = [
  [73, 'name', 'Product Name', 'text', 'varchar', 'store'],
  [74, 'sku', 'SKU', 'text', 'static', 'global'],
  [75, 'description', 'Description', 'textarea', 'text', 'store'],
  [76, 'short_description', 'Short Description', 'textarea', 'text', 'store'],
  [77, 'price', 'Price', 'price', 'decimal', 'website'],
  [78, 'special_price', 'Special Price', 'price', 'decimal', 'website'],
  [79, 'special_from_date', 'Special Price From Date', 'date', 'datetime', 'website'],
  [80, 'special_to_date', 'Special Price To Date', 'date', 'datetime', 'website'],
  [81, 'cost', 'Cost', 'price', 'decimal', 'website'],
  [82, 'weight', 'Weight', 'weight', 'decimal', 'global'],
  [84, 'meta_title', 'Meta Title', 'text', 'varchar', 'store'],
  [85, 'meta_keyword', 'Meta Keywords', 'textarea', 'text', 'store'],
  [86, 'meta_description', 'Meta Description', 'textarea', 'varchar', 'store'],
  [87, 'image', 'Base', 'media_image', 'varchar', 'store'],
  [88, 'small_image', 'Small', 'media_image', 'varchar', 'store'],
  [89, 'thumbnail', 'Thumbnail', 'media_image', 'varchar', 'store'],
  [94, 'news_from_date', 'Set Product as New from Date', 'date', 'datetime', 'website'],
  [95, 'news_to_date', 'Set Product as New to Date', 'date', 'datetime', 'website'],
  [97, 'status', 'Enable Product', 'select', 'int', 'website', { 1: 'Enabled', 2: 'Disabled' }],
  [
    99,
    'visibility',
    'Visibility',
    'select',
    'int',
    'store',
    { 1: 'Not Visible Individually', 2: 'Catalog', 3: 'Search', 4: 'Catalog, Search' },
  ],
  [106, 'options_container', 'Display Product Options In', 'text', 'varchar', 'store'],
  [107, 'required_options', 'Required Options', 'text', 'static', 'global'],
  [108, 'has_options', 'Has Options', 'text', 'static', 'global'],
  [114, 'country_of_manufacture', 'Country of Manufacture', 'text', 'varchar', 'website'],
  [117, 'msrp', "Manufacturer's Suggested Retail Price", 'price', 'decimal', 'website'],
  [119, 'url_key', 'URL Key', 'text', 'varchar', 'store'],
  [122, 'price_type', 'Dynamic Price', 'boolean', 'int', 'global'],
  [123, 'sku_type', 'Dynamic SKU', 'boolean', 'int', 'global'],
  [124, 'weight_type', 'Dynamic Weight', 'boolean', 'int', 'global'],
  [125, 'price_view', 'Price View', 'text', 'int', 'global'],
  [126, 'shipment_type', 'Ship Bundle Items', 'text', 'int', 'global'],
  [131, 'giftcard_type', 'Card Type', 'text', 'int', 'global'],
  [134, 'gift_message_available', 'Allow Gift Message', 'boolean', 'varchar', 'website'],
  [
    136,
    'tax_class_id',
    'Tax Class',
    'select',
    'int',
    'website',
    { 0: 'None', 2: 'Taxable Goods', 4: 'Shipping', 5: 'Printed Matter' },
  ],
  [145, 'ean', 'EAN', 'text', 'varchar', 'global'],
];

/** Options as they are served: a blank one first, except where a value is always chosen. */
const optionBodies = (options: readonly (readonly [value: string, label: string])[], hasBlank: boolean): Body[] => [
  ...(hasBlank ? [{ label: ' ', value: '' }] : []),
  ...options.map(([value, label]) => ({ label, value })),
];

const toBody = ([id, code, label, input, backend, scope, options]: Row): Body => ({
  attribute_id: id,
  attribute_code: code,
  frontend_input: input,
  entity_type_id: '4',
  is_required: ['name', 'sku', 'price', 'status'].includes(code),
  options: options ? optionBodies(Object.entries(options), false) : [],
  is_user_defined: code === 'ean',
  default_frontend_label: label,
  frontend_labels: [],
  backend_type: backend,
  scope,
});

const selectBody = (attribute: SelectAttribute): Body => ({
  attribute_id: attribute.id,
  attribute_code: attribute.code,
  frontend_input: 'select',
  entity_type_id: '4',
  is_required: false,
  options: optionBodies(
    attribute.options.map(({ id, label }) => [String(id), label]),
    true,
  ),
  is_user_defined: true,
  default_frontend_label: attribute.label,
  frontend_labels: [],
  backend_type: 'int',
  scope: attribute === brandAttribute ? 'store' : 'global',
});

/** All attributes of products, by their ids. */
export const productAttributeBodies = (): Body[] =>
  [...rows.map(toBody), ...selectAttributes.map(selectBody)].sort(
    (one, other) => Number(one.attribute_id) - Number(other.attribute_id),
  );
