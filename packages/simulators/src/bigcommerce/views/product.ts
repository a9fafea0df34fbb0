import { type Money, moneyNumber, toMoney } from '../../money.js';
import { isoOffset } from '../dates.js';
import type { Doc } from '../records/fields.js';
import { createRows, type Rows } from '../records/rows.js';
import type { Catalog, IdKind } from '../shop/catalog.js';
import type { Modifier, Product, ProductOption, Variant } from '../shop/product.js';

const cdn = 'https://cdn11.bigcommerce.example/s-lantern';

const onHand = (variant: Variant): number => [...variant.stock.values()].reduce((sum, units) => sum + units, 0);

const inventoryOf = (product: Product): number =>
  product.tracking === 'none' ? 0 : product.variants.reduce((sum, variant) => sum + onHand(variant), 0);

/** The price that a shopper sees now: a sale first, then the variant's own, then the product's. */
const currentPrice = (product: Product, variant: Variant): Money =>
  toMoney(Number(variant.written?.sale_price ?? 0)) ||
  product.salePrice ||
  (variant.price === null ? product.live.price : variant.price);

const axis = { config: {} as Record<string, unknown> };

const optionBody = (product: Product, option: ProductOption, position: number) => ({
  id: option.id,
  product_id: product.id,
  name: `${option.name}${product.id}-${option.id}`,
  display_name: option.name,
  type: option.type,
  sort_order: position,
  option_values: option.values.map((value, sort) => ({
    id: value.id,
    label: value.label,
    sort_order: sort,
    value_data: option.type === 'swatch' ? { colors: ['#C0A080'] } : null,
    is_default: sort === 0,
  })),
  ...axis,
});

const modifierBody = (product: Product, modifier: Modifier, position: number) => ({
  id: modifier.id,
  product_id: product.id,
  name: `${modifier.name}${product.id}-${modifier.id}`,
  display_name: modifier.name,
  type: modifier.type,
  required: modifier.required,
  sort_order: position,
  option_values:
    modifier.type === 'product_list'
      ? [
          {
            id: 106,
            option_id: modifier.id,
            label: 'Yes',
            sort_order: 0,
            value_data: { product_id: product.bundledId },
            is_default: true,
            adjusters: {},
          },
        ]
      : [],
  ...axis,
});

const imageBody = (product: Product, position: number) => {
  const file = `${cdn}/products/${product.id}/images/${position}`;
  return {
    id: product.id * 4 + position,
    product_id: product.id,
    image_file: `${product.id}-${position}.jpg`,
    is_thumbnail: position === 0,
    sort_order: position,
    description: '',
    date_modified: isoOffset(product.createdAt),
    image_url: `${file}/original.jpg`,
    url_zoom: `${file}/zoom.jpg`,
    url_standard: `${file}/standard.jpg`,
    url_thumbnail: `${file}/thumbnail.jpg`,
    url_tiny: `${file}/tiny.jpg`,
  };
};

export function variantBody(product: Product, variant: Variant): Record<string, unknown> {
  const price = moneyNumber(currentPrice(product, variant));
  return {
    id: variant.id,
    product_id: product.id,
    sku: variant.sku,
    sku_id: variant.skuId,
    price: variant.price === null ? null : moneyNumber(variant.price),
    calculated_price: price,
    sale_price: null,
    retail_price: null,
    // An object where a number is meant: the platform's samples do the same.
    map_price: variant.id % 5 === 0 ? {} : null,
    weight: null,
    calculated_weight: product.weight,
    width: null,
    height: null,
    depth: null,
    is_free_shipping: false,
    fixed_cost_shipping_price: null,
    purchasing_disabled: !variant.purchasable,
    purchasing_disabled_message: variant.purchasable ? '' : 'Not for sale',
    image_url: '',
    cost_price: null,
    upc: variant.upc,
    mpn: '',
    gtin: '',
    inventory_level: product.tracking === 'none' ? 0 : onHand(variant),
    inventory_warning_level: 0,
    bin_picking_number: '',
    option_values: variant.values.map(({ option, value }) => ({
      id: value.id,
      label: value.label,
      option_id: option.id,
      option_display_name: option.name,
    })),
    ...variant.written,
  };
}

/** Unset prices are 0 here, whereas variants say null. */
export function productBody(product: Product): Record<string, unknown> {
  const { live } = product;
  const [first] = product.variants;
  const base = first?.values.length === 0 ? first : undefined;
  const path = product.name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-');
  return {
    id: product.id,
    name: product.name,
    type: product.type,
    sku: product.sku,
    description: product.description,
    weight: product.weight,
    width: 0,
    depth: 0,
    height: 0,
    price: moneyNumber(live.price),
    cost_price: moneyNumber(product.costPrice),
    retail_price: 0,
    sale_price: moneyNumber(product.salePrice),
    map_price: 0,
    tax_class_id: product.taxClassId,
    product_tax_code: '',
    calculated_price: moneyNumber(product.salePrice || live.price),
    categories: product.categoryIds,
    brand_id: product.brandId,
    option_set_id: base ? null : product.id,
    option_set_display: 'right',
    inventory_level: inventoryOf(product),
    inventory_warning_level: 0,
    inventory_tracking: product.tracking,
    reviews_rating_sum: 0,
    reviews_count: 0,
    total_sold: live.sold,
    fixed_cost_shipping_price: 0,
    is_free_shipping: false,
    is_visible: live.visible,
    is_featured: product.id % 10 === 0,
    related_products: [-1],
    warranty: '',
    bin_picking_number: '',
    layout_file: 'product.html',
    upc: base?.upc ?? '',
    mpn: '',
    gtin: '',
    date_last_imported: '',
    search_keywords: '',
    availability: product.availability,
    availability_description: '',
    gift_wrapping_options_type: 'any',
    gift_wrapping_options_list: [],
    sort_order: 0,
    condition: 'New',
    is_condition_shown: false,
    order_quantity_minimum: 0,
    order_quantity_maximum: 0,
    page_title: '',
    meta_keywords: [],
    meta_description: '',
    date_created: isoOffset(product.createdAt),
    date_modified: isoOffset(live.modifiedAt),
    view_count: 0,
    preorder_release_date: product.availability === 'preorder' ? '2026-11-02T00:00:00+00:00' : null,
    preorder_message: '',
    is_preorder_only: false,
    is_price_hidden: false,
    price_hidden_label: '',
    custom_url: { url: `/${path}-${product.id}/`, is_customized: false },
    base_variant_id: base?.id ?? null,
    open_graph_type: 'product',
    open_graph_title: '',
    open_graph_description: '',
    open_graph_use_meta_description: true,
    open_graph_use_product_name: true,
    open_graph_use_image: true,
    ...product.written,
  };
}

/** What the shop had of each sub-resource before anything was written, by its path. */
const seeded = {
  images: (product: Product) => Array.from({ length: product.images }, (_, position) => imageBody(product, position)),
  options: (product: Product) => product.options.map((option, position) => optionBody(product, option, position)),
  modifiers: (product: Product) =>
    product.modifiers.map((modifier, position) => modifierBody(product, modifier, position)),
  'custom-fields': (product: Product) => product.customFields.map(field => ({ ...field })),
  'bulk-pricing-rules': (product: Product) =>
    product.id % 9 === 0
      ? [{ id: product.id, quantity_min: 5, quantity_max: 0, type: 'percent', amount: '10.0000' }]
      : [],
  videos: () => [],
  reviews: () => [],
  'complex-rules': () => [],
} as const satisfies Record<string, (product: Product) => Doc[]>;

export type PartName = keyof typeof seeded;

const idKinds: Readonly<Record<PartName, IdKind>> = {
  images: 'image',
  options: 'option',
  modifiers: 'option',
  'custom-fields': 'field',
  'bulk-pricing-rules': 'rule',
  videos: 'video',
  reviews: 'review',
  'complex-rules': 'rule',
};

/** A sub-resource of a product as it is now. */
export const partOf = (product: Product, name: PartName): readonly Doc[] =>
  product.parts.get(name)?.all ?? seeded[name](product);

/** The same to write to: from now on the product keeps it. */
export function partRows(catalog: Catalog, product: Product, name: PartName): Rows {
  const known = product.parts.get(name);
  if (known) return known;
  const rows = createRows({ seed: () => seeded[name](product), nextId: () => catalog.nextId(idKinds[name]) });
  product.parts.set(name, rows);
  return rows;
}

export const variantBodies = (product: Product): Record<string, unknown>[] =>
  product.variants.map(variant => variantBody(product, variant));

const inclusions: readonly PartName[] = [
  'images',
  'options',
  'modifiers',
  'custom-fields',
  'bulk-pricing-rules',
  'videos',
  'reviews',
];

export const channelsOf = (product: Product): readonly number[] =>
  product.channelIds ?? (product.categoryIds.some(id => id > 40) ? [2] : [1]);

/** What `include` adds, by the word that asks for it. */
export const productExtras: Readonly<Record<string, (product: Product) => unknown>> = {
  ...Object.fromEntries(
    inclusions.map(name => [name.replaceAll('-', '_'), (product: Product) => partOf(product, name)]),
  ),
  variants: variantBodies,
  primary_image: product => {
    const images = partOf(product, 'images');
    return images.find(image => image.is_thumbnail === true) ?? images[0] ?? null;
  },
  channels: channelsOf,
  parent_relations: () => [],
};
