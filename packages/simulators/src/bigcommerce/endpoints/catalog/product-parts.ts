import type { Call, Route } from '../../../http.js';
import {
  choice,
  type Doc,
  type Fields,
  fixed,
  flag,
  list,
  needed,
  object,
  orNull,
  text,
  whole,
} from '../../records/fields.js';
import type { Resource } from '../../records/resource.js';
import { type Rows, rowsOver } from '../../records/rows.js';
import { v3Resource } from '../../records/v3-resource.js';
import { notFound } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { type PartName, partRows } from '../../views/product.js';
import type { Api } from '../api.js';
import { newPart, type WrittenPart } from './part-values.js';
import { partFields } from './product-fields.js';
import type { ProductWriter } from './product-writer.js';
import { productIn } from './products.js';

const optionTypes = ['rectangles', 'radio_buttons', 'dropdown', 'product_list', 'product_list_with_images', 'swatch'];

const valueFields: Fields = {
  id: fixed(),
  option_id: fixed(),
  label: needed(text()),
  sort_order: whole(),
  value_data: orNull(object()),
  is_default: flag(),
  adjusters: object(),
};

const optionFields: Fields = {
  id: fixed(),
  product_id: fixed(),
  name: fixed(),
  display_name: needed(text(255)),
  type: needed(choice(...optionTypes)),
  config: object({}),
  sort_order: whole(),
  option_values: list(250),
};

const modifierFields: Fields = {
  ...optionFields,
  type: needed(choice(...optionTypes, 'date', 'checkbox', 'file', 'text', 'multi_line_text', 'numbers_only_text')),
  required: needed(flag()),
};

const paths = Object.keys(partFields) as WrittenPart[];

export function productPartRoutes(base: string, api: Api, writer: ProductWriter): Route[] {
  const { catalog, clock } = api.shop;
  const product = `${base}/v3/catalog/products/:id`;

  const resource = (path: PartName, fields: Fields, derive: NonNullable<Resource['derive']>): Resource => ({
    path: `${product}/${path}`,
    collection: path,
    fields,
    rows: call => partRows(catalog, productIn(api, call), path),
    derive,
    happened: (_verb, _row, call) => writer.touched(productIn(api, call)),
  });

  const plain = paths.flatMap(
    path =>
      v3Resource(
        {
          ...resource(path, partFields[path], (values, before, call) => {
            const rows = partRows(catalog, productIn(api, call), path);
            // There is one thumbnail.
            if (path === 'images' && values.is_thumbnail === true)
              for (const image of rows.all) rows.change(image, { is_thumbnail: false });
            return before
              ? values
              : newPart(productIn(api, call), path, values, toSecond(clock.now()), rows.all.length === 0);
          }),
          ...(path === 'images' ? { most: 1000 } : {}),
          ...(path === 'custom-fields' ? { most: 200 } : {}),
        },
        api,
      ).routes,
  );

  const withIds = (values: unknown) =>
    (values as Doc[]).map((value, sort_order) => ({
      sort_order,
      value_data: null,
      is_default: false,
      ...value,
      id: value.id ?? catalog.nextId('value'),
    }));

  const axes = (['options', 'modifiers'] as const).flatMap(path => {
    const fields = path === 'options' ? optionFields : modifierFields;
    const values = (call: Call): Rows => {
      const row = partRows(catalog, productIn(api, call), path).find(call.params.axis);
      if (!row) throw notFound('v3');
      return rowsOver(() => row.option_values as Doc[], { nextId: () => catalog.nextId('value') });
    };
    const axis = resource(path, fields, (sent, before, call) => ({
      ...(before ? {} : { product_id: Number(call.params.id), name: `${sent.display_name}${call.params.id}` }),
      ...sent,
      ...(sent.option_values === undefined ? {} : { option_values: withIds(sent.option_values) }),
    }));
    const value: Resource = {
      ...axis,
      path: `${product}/${path}/:axis/values`,
      collection: `${path}Values`,
      fields: valueFields,
      rows: values,
      unique: ['label'],
      most: 250,
      derive: sent => sent,
    };
    return [...v3Resource(value, api).routes, ...v3Resource({ ...axis, unique: ['display_name'] }, api).routes];
  });

  return [...plain, ...axes];
}
