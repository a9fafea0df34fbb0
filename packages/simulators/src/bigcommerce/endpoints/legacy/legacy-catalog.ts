import { type Call, json, type Route } from '../../../http.js';
import {
  choice,
  type Doc,
  type Fields,
  fixed,
  flag,
  isDoc,
  list,
  needed,
  number,
  orNull,
  text,
  whole,
} from '../../records/fields.js';
import { idBounds, same } from '../../records/filters.js';
import { inV2 } from '../../records/in-v2.js';
import { createRows, type Rows } from '../../records/rows.js';
import { v2Resource } from '../../records/v2-resource.js';
import { invalid, notFound } from '../../refusal.js';
import type { Product, Variant } from '../../shop/product.js';
import { link } from '../../views/link.js';
import { partOf, variantBody } from '../../views/product.js';
import type { Api } from '../api.js';
import { createVariantWriter } from '../catalog/variant-writer.js';

const optionFields: Fields = {
  id: fixed(),
  values: fixed(),
  name: needed(text(255)),
  display_name: text(255),
  type: needed(choice('C', 'D', 'F', 'N', 'T', 'MT', 'P', 'PI', 'RB', 'RT', 'S', 'CS')),
};

const valueFields: Fields = {
  id: fixed(),
  option_id: fixed(),
  label: needed(text(255)),
  value: text(),
  sort_order: whole(),
  is_default: flag(),
};

const setFields: Fields = { id: fixed(), options: fixed(), name: needed(text(255)) };

const setOptionFields: Fields = {
  id: fixed(),
  option_set_id: fixed(),
  option: fixed(),
  option_id: needed(whole(1)),
  display_name: text(255),
  sort_order: whole(),
  is_required: flag(),
};

const skuFields: Fields = {
  id: fixed(),
  product_id: fixed(),
  adjusted_price: fixed(),
  adjusted_weight: fixed(),
  sku: needed(text(255)),
  price: orNull(number(0)),
  cost_price: number(0),
  upc: text(14),
  inventory_level: whole(0),
  inventory_warning_level: whole(0),
  bin_picking_number: text(255),
  is_purchasing_disabled: flag(),
  purchasing_disabled_message: text(255),
  image_file: text(),
  options: needed(list()),
};

const ruleFields: Fields = {
  id: fixed(),
  product_id: fixed(),
  sort_order: whole(),
  is_enabled: flag(true),
  is_stop: flag(),
  price_adjuster: orNull({ fault: value => (isDoc(value) ? null : 'must be an object') }),
  weight_adjuster: orNull({ fault: value => (isDoc(value) ? null : 'must be an object') }),
  is_purchasing_disabled: flag(),
  purchasing_disabled_message: text(),
  is_purchasing_hidden: flag(),
  image_file: text(),
  conditions: needed(list()),
};

/** What stores from before V3 go on using: options and sets of them beside the products, SKUs and rules below. */
export function legacyCatalogRoutes(base: string, api: Api): Route[] {
  const { shop, records } = api;
  const { catalog, storeHash } = shop;
  const { legacyOptions, legacyOptionSets } = records;
  const v2 = `${base}/v2`;
  const variants = createVariantWriter(shop);

  const under =
    (rows: Rows, param: string, name: string, kept: Map<number, Rows>) =>
    (call: Call): Rows => {
      const owner = rows.find(call.params[param]);
      if (!owner) throw notFound('v2');
      const id = Number(owner.id);
      const known = kept.get(id) ?? createRows({ seed: () => (owner[name] ?? []) as Doc[] });
      kept.set(id, known);
      return known;
    };
  const valuesOf = under(legacyOptions, 'option', 'none', new Map());
  const optionsOfSet = under(legacyOptionSets, 'set', 'none', new Map());

  const productIn = ({ params }: Call): Product => {
    const product = catalog.find(Number(params.product));
    if (!product) throw notFound('v2');
    return product;
  };
  const skuBody = (product: Product, variant: Variant): Doc => {
    const known = variantBody(product, variant);
    return {
      id: variant.skuId,
      product_id: product.id,
      sku: variant.sku,
      price: known.price,
      adjusted_price: Number(known.calculated_price).toFixed(4),
      cost_price: Number(known.cost_price ?? 0).toFixed(4),
      upc: variant.upc,
      inventory_level: known.inventory_level,
      inventory_warning_level: known.inventory_warning_level,
      bin_picking_number: known.bin_picking_number,
      weight: null,
      adjusted_weight: Number(known.calculated_weight).toFixed(4),
      is_purchasing_disabled: known.purchasing_disabled,
      purchasing_disabled_message: known.purchasing_disabled_message,
      image_file: known.image_url,
      options: variant.values.map(({ option, value }) => ({ product_option_id: option.id, option_value_id: value.id })),
    };
  };
  const skusIn = (products: readonly Product[]): Doc[] =>
    products.flatMap(product =>
      product.variants.filter(({ skuId }) => skuId !== null).map(variant => skuBody(product, variant)),
    );
  const toV3 = ({ is_purchasing_disabled: disabled, options, image_file, ...values }: Doc): Doc => ({
    ...values,
    ...(disabled === undefined ? {} : { purchasing_disabled: disabled }),
    ...(image_file === undefined ? {} : { image_url: image_file }),
    ...(options === undefined
      ? {}
      : {
          option_values: (options as Doc[]).map(row => ({ option_id: row.product_option_id, id: row.option_value_id })),
        }),
  });
  const skus = (call: Call): Rows => {
    const variantOf = (row: Doc): Variant => {
      const found = productIn(call).variants.find(({ skuId }) => skuId === row.id);
      if (!found) throw notFound('v2');
      return found;
    };
    return {
      get all() {
        return skusIn([productIn(call)]);
      },
      find: id => skusIn([productIn(call)]).find(row => String(row.id) === String(id)),
      insert: values =>
        inV2(() => {
          const { product, variant } = variants.create(productIn(call), toV3(values));
          return skuBody(product, variant);
        }),
      change: (row, values) =>
        inV2(() =>
          Object.assign(row, skuBody(productIn(call), variants.update(productIn(call), variantOf(row), toV3(values)))),
        ),
      remove: row => inV2(() => variants.remove(productIn(call), variantOf(row))),
    };
  };

  const rules = new Map<number, Rows>();
  const rulesOf = (call: Call): Rows => {
    const { id } = productIn(call);
    const known = rules.get(id) ?? createRows();
    rules.set(id, known);
    return known;
  };

  const skuFilters = { ...idBounds, sku: same('sku'), upc: same('upc') };
  return [
    ...v2Resource(
      {
        path: `${v2}/options/:option/values`,
        collection: 'legacyOptionValues',
        fields: valueFields,
        rows: valuesOf,
        unique: ['label'],
        derive: (values, before, call) => (before ? values : { ...values, option_id: Number(call.params.option) }),
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${v2}/options`,
        collection: 'legacyOptions',
        fields: optionFields,
        rows: () => legacyOptions,
        unique: ['name'],
        filters: { name: same('name'), display_name: same('display_name'), type: same('type') },
        render: row => ({ ...row, values: link(storeHash, `/options/${row.id}/values`) }),
        derive: (values, before) => (before ? values : { ...values, display_name: values.display_name || values.name }),
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${v2}/option_sets/:set/options`,
        collection: 'legacyOptionSetOptions',
        fields: setOptionFields,
        rows: optionsOfSet,
        derive: (values, before, call) => {
          const option = legacyOptions.find(values.option_id ?? before?.option_id);
          if (!option) throw invalid('v2', { option_id: `The option ${values.option_id} does not exist.` });
          return {
            ...(before ? {} : { option_set_id: Number(call.params.set) }),
            ...values,
            ...(before || values.display_name ? {} : { display_name: option.display_name }),
            option: link(storeHash, `/options/${option.id}`),
          };
        },
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${v2}/option_sets`,
        collection: 'legacyOptionSets',
        fields: setFields,
        rows: () => legacyOptionSets,
        unique: ['name'],
        filters: { name: same('name') },
        render: row => ({ ...row, options: link(storeHash, `/option_sets/${row.id}/options`) }),
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${v2}/products/skus`,
        collection: 'skus',
        fields: skuFields,
        rows: () => createRows({ seed: () => skusIn(catalog.listed) }),
        filters: skuFilters,
        only: ['list', 'count'],
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${v2}/products/:product/skus`,
        collection: 'skus',
        fields: skuFields,
        rows: skus,
        filters: skuFilters,
        derive: (values, before) =>
          Object.fromEntries(
            Object.entries(values).filter(
              ([name, value]) => before || !(value === '' || value === 0 || (value === null && name !== 'price')),
            ),
          ),
      },
      api,
    ),
    ...v2Resource(
      {
        path: `${v2}/products/:product/rules`,
        collection: 'rules',
        fields: ruleFields,
        rows: rulesOf,
        derive: (values, before, call) => (before ? values : { ...values, product_id: Number(call.params.product) }),
      },
      api,
    ),
    [
      `GET ${v2}/products/:product/options`,
      call =>
        json(
          partOf(productIn(call), 'options').map(({ id, display_name, sort_order }) => ({
            id,
            option_id: id,
            display_name,
            sort_order,
            is_required: true,
          })),
        ),
    ],
  ];
}
