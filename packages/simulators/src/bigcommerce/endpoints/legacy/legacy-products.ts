import type { Route } from '../../../http.js';
import { parseDate, rfc2822 } from '../../dates.js';
import { type Doc, type Fields, fixed, needed, text, whole } from '../../records/fields.js';
import { atLeast, atMost, idBounds, same } from '../../records/filters.js';
import { inV2 } from '../../records/in-v2.js';
import { createWriter, type Resource } from '../../records/resource.js';
import type { Rows } from '../../records/rows.js';
import { v2Resource } from '../../records/v2-resource.js';
import { notFound } from '../../refusal.js';
import type { Product } from '../../shop/product.js';
import { link } from '../../views/link.js';
import { productBody } from '../../views/product.js';
import type { Api } from '../api.js';
import { productFields } from '../catalog/product-fields.js';
import type { ProductWriter } from '../catalog/product-writer.js';

const { images, videos, custom_fields, bulk_pricing_rules, variants, ...plain } = productFields;

/** V2 calls tracking otherwise, and demands categories and an availability of every product. */
const fields: Fields = {
  ...plain,
  inventory_tracking: text(),
  categories: needed({ fault: value => (Array.isArray(value) ? null : 'must be a list') }),
  availability: needed(text()),
  related_products: text(),
  meta_keywords: text(),
  rating_total: fixed(),
  rating_count: fixed(),
  images: fixed(),
  skus: fixed(),
  rules: fixed(),
  options: fixed(),
};

const trackings: readonly (readonly [v2: string, v3: string])[] = [
  ['none', 'none'],
  ['simple', 'product'],
  ['sku', 'variant'],
];

const amounts = [
  'price',
  'cost_price',
  'retail_price',
  'sale_price',
  'calculated_price',
  'weight',
  'width',
  'height',
  'depth',
  'fixed_cost_shipping_price',
] as const;

const categoryFields: Fields = {
  id: fixed(),
  parent_category_list: fixed(),
  parent_id: whole(0),
  name: needed(text(50)),
  description: text(),
  sort_order: whole(),
  page_title: text(),
  meta_keywords: text(),
  meta_description: text(),
  layout_file: text(),
  image_file: text(),
  is_visible: { fault: value => (typeof value === 'boolean' ? null : 'must be true or false'), fallback: true },
  search_keywords: text(),
  url: text(),
};

const brandFields: Fields = {
  id: fixed(),
  name: needed(text(255)),
  page_title: text(),
  meta_keywords: text(),
  meta_description: text(),
  image_file: text(),
  search_keywords: text(),
};

const words = (value: unknown): string[] =>
  String(value)
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '');

/** Products, categories and brands as V2 has them: text for amounts, and lists of words as one text. */
export function legacyProductRoutes(
  base: string,
  api: Api,
  writer: ProductWriter,
  /** The V3 resources that write the same rows. */
  { brand, category }: { readonly brand: Resource; readonly category: Resource },
): Route[] {
  const { catalog, storeHash } = api.shop;
  const v2 = `${base}/v2`;

  const body = (product: Product): Doc => {
    const known = productBody(product);
    const at = (value: unknown) => rfc2822(parseDate(String(value)) ?? 0);
    return {
      ...known,
      ...Object.fromEntries(amounts.map(name => [name, Number(known[name] ?? 0).toFixed(4)])),
      inventory_tracking: trackings.find(([, v3]) => v3 === known.inventory_tracking)?.[0],
      meta_keywords: (known.meta_keywords as string[]).join(','),
      related_products: (known.related_products as number[]).join(','),
      date_created: at(known.date_created),
      date_modified: at(known.date_modified),
      custom_url: (known.custom_url as { url: string }).url,
      rating_total: 0,
      rating_count: 0,
      ...Object.fromEntries(
        ['images', 'skus', 'rules', 'options'].map(name => [name, link(storeHash, `/products/${product.id}/${name}`)]),
      ),
    };
  };

  const toV3 = (values: Doc): Doc => ({
    ...values,
    ...(values.inventory_tracking === undefined
      ? {}
      : {
          inventory_tracking:
            trackings.find(([old]) => old === values.inventory_tracking)?.[1] ?? values.inventory_tracking,
        }),
    ...(values.meta_keywords === undefined ? {} : { meta_keywords: words(values.meta_keywords) }),
    ...(values.related_products === undefined ? {} : { related_products: words(values.related_products).map(Number) }),
  });
  const sent = (values: Doc): Doc =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null));

  const productOf = (row: Doc): Product => {
    const found = catalog.find(Number(row.id));
    if (!found) throw notFound('v2');
    return found;
  };
  const products: Rows = {
    get all() {
      return catalog.listed.map(body);
    },
    find: id => {
      const product = catalog.find(Number(id));
      return product && body(product);
    },
    insert: values => inV2(() => body(writer.create(toV3(sent(values))))),
    change: (row, values) => inV2(() => Object.assign(row, body(writer.update(productOf(row), toV3(values))))),
    remove: row => writer.remove(productOf(row)),
  };

  /** Rows of a V3 resource, seen and written by other names. */
  const through =
    (resource: Resource, key: string, old: (row: Doc) => Doc, young: (values: Doc) => Doc): Resource['rows'] =>
    call => {
      const v3 = createWriter('v3', resource);
      const rows = resource.rows(call);
      const original = (id: unknown): Doc => {
        const row = rows.find(id);
        if (!row) throw notFound('v2');
        return row;
      };
      return {
        get all() {
          return rows.all.map(old);
        },
        find: id => {
          const row = rows.find(id);
          return row && old(row);
        },
        insert: values => inV2(() => old(v3.create(call, young(sent(values))))),
        change: (row, values) =>
          inV2(() => Object.assign(row, old(v3.update(call, original(row[key]), young(values))))),
        remove: row => v3.remove(call, original(row[key])),
      };
    };
  const keywords = ({ meta_keywords: list, image_file: file, ...values }: Doc): Doc => ({
    ...values,
    ...(list === undefined ? {} : { meta_keywords: words(list) }),
    ...(file === undefined ? {} : { image_url: file }),
  });
  const joined = ({ meta_keywords: list, image_url: file, custom_url, url, ...row }: Doc): Doc => ({
    ...row,
    meta_keywords: ((list ?? []) as string[]).join(','),
    image_file: file,
  });
  const parents = (id: unknown): unknown[] => {
    const row = api.records.categories.find(id);
    return row ? [...parents(row.parent_id), row.category_id] : [];
  };
  const dated = (name: string) => ({ [`min_${name}`]: atLeast(name), [`max_${name}`]: atMost(name) });

  return [
    ...v2Resource(
      {
        path: `${v2}/categories`,
        collection: 'categories',
        fields: categoryFields,
        rows: through(
          category,
          'id',
          row => {
            const { category_id, category_uuid, tree_id, url, ...rest } = row;
            return {
              id: category_id,
              ...joined(rest),
              url: (url as { path: string }).path,
              parent_category_list: parents(category_id),
            };
          },
          ({ url, ...values }) => ({
            tree_id: 1,
            ...keywords(values),
            ...(url ? { url: { path: url, is_customized: true } } : {}),
          }),
        ),
        filters: { ...idBounds, name: same('name'), parent_id: same('parent_id'), is_visible: same('is_visible') },
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${v2}/brands`,
        collection: 'brands',
        fields: brandFields,
        rows: through(brand, 'id', joined, keywords),
        filters: { ...idBounds, name: same('name') },
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${v2}/products`,
        collection: 'products',
        fields,
        rows: () => products,
        filters: {
          ...idBounds,
          name: same('name'),
          sku: same('sku'),
          brand_id: same('brand_id'),
          is_visible: same('is_visible'),
          is_featured: same('is_featured'),
          availability: same('availability'),
          condition: same('condition'),
          min_price: atLeast('price'),
          max_price: atMost('price'),
          min_number_sold: atLeast('total_sold'),
          max_number_sold: atMost('total_sold'),
          min_inventory_level: atLeast('inventory_level'),
          max_inventory_level: atMost('inventory_level'),
          ...dated('date_created'),
          ...dated('date_modified'),
        },
      },
      api,
    ),
  ];
}
