import { type Call, empty, json, type Route } from '../../../http.js';
import { objectOf } from '../../records/body.js';
import type { Doc } from '../../records/fields.js';
import { createWriter, type Resource } from '../../records/resource.js';
import { invalid, notFound } from '../../refusal.js';
import { toSecond } from '../../shop/clock.js';
import { partRows, variantBody } from '../../views/product.js';
import type { Api } from '../api.js';
import { newPart, valuesOf } from './part-values.js';
import { partFields } from './product-fields.js';
import type { ProductWriter } from './product-writer.js';
import { productIn } from './products.js';
import { createVariantWriter } from './variant-writer.js';

const largest = 8 * 1024 * 1024;

const plain = (text: string): unknown =>
  text === 'true' || text === 'false' ? text === 'true' : /^-?\d+$/.test(text) ? Number(text) : text;

/** What was sent of an image: its fields, and the name of the file that came with them or the address to fetch it from. */
async function imageOf(request: Request): Promise<Doc> {
  if (!request.headers.get('content-type')?.includes('multipart/form-data')) return objectOf('v3', request);
  const sent: Doc = {};
  for (const [name, value] of await request.formData()) {
    if (typeof value !== 'string' && value.size > largest)
      throw invalid('v3', { image_file: 'The image is larger than 8 MB.' });
    sent[name] = typeof value === 'string' ? plain(value) : value.name;
  }
  return sent;
}

const addressOf = (sent: Doc, place: string): string => {
  const source = String(sent.image_url || sent.image_file || '');
  if (source === '') throw invalid('v3', { image_file: 'image_file or image_url must be present' });
  return `https://cdn11.bigcommerce.example/s-lantern/${place}/${source.split('/').at(-1)}`;
};

/** Images by upload, as a form with a file, beside those by address. */
export function uploadRoutes(base: string, api: Api, writer: ProductWriter): Route[] {
  const { shop, records } = api;
  const catalog = `${base}/v3/catalog`;
  const variants = createVariantWriter(shop);

  /** The one image of a brand or of a category. */
  const single = (path: string, rows: Resource['rows'], fields: Resource['fields']): Route[] => {
    const resource: Resource = { path, collection: path, fields, rows };
    const rowIn = (call: Call): Doc => {
      const row = rows(call).find(call.params.record);
      if (!row) throw notFound('v3');
      return row;
    };
    const put = (call: Call, image_url: string) =>
      createWriter('v3', resource).update(call, rowIn(call), { image_url });
    return [
      [
        `POST ${catalog}/${path}/:record/image`,
        async call => {
          rowIn(call);
          const image_url = addressOf(await imageOf(call.request), `${path}/${call.params.record}`);
          put(call, image_url);
          return json({ data: { image_url }, meta: {} });
        },
      ],
      [
        `DELETE ${catalog}/${path}/:record/image`,
        call => {
          put(call, '');
          return empty();
        },
      ],
    ];
  };
  const imageField = { image_url: { fault: () => null } };

  return [
    ...single('brands', () => records.brands, imageField),
    ...single('categories', () => records.categories, imageField),
    [
      `POST ${catalog}/products/:id/images`,
      async call => {
        productIn(api, call);
        const values = valuesOf(partFields.images, await imageOf(call.request), true);
        const product = productIn(api, call);
        const rows = partRows(shop.catalog, product, 'images');
        if (rows.all.length >= 1000) throw invalid('v3', { image_file: 'A product has at most 1000 images.' });
        const made = newPart(
          product,
          'images',
          { description: '', sort_order: 0, ...values },
          toSecond(shop.clock.now()),
          rows.all.length === 0,
        );
        // There is one thumbnail.
        if (made.is_thumbnail === true) for (const image of rows.all) rows.change(image, { is_thumbnail: false });
        const row = rows.insert(made);
        writer.touched(product);
        return json({ data: row, meta: {} });
      },
    ],
    [
      `POST ${catalog}/products/:id/variants/:variant/image`,
      async call => {
        productIn(api, call);
        const sent = await imageOf(call.request);
        const product = productIn(api, call);
        const variant = product.variants.find(({ id }) => id === Number(call.params.variant));
        if (!variant) throw notFound('v3');
        const image_url = addressOf(sent, `products/${product.id}/variants/${variant.id}`);
        const changed = variants.update(product, variant, { image_url });
        return json({ data: { image_url: variantBody(product, changed).image_url }, meta: {} });
      },
    ],
    [
      `POST ${catalog}/products/:id/modifiers/:axis/values/:value/image`,
      async call => {
        const product = productIn(api, call);
        const modifier = partRows(shop.catalog, product, 'modifiers').find(call.params.axis);
        const value = ((modifier?.option_values ?? []) as Doc[]).find(({ id }) => id === Number(call.params.value));
        if (!value) throw notFound('v3');
        const image_url = addressOf(await imageOf(call.request), `products/${product.id}/values/${value.id}`);
        value.adjusters = { ...(value.adjusters as Doc), image_url };
        return json({ data: { image_url }, meta: {} });
      },
    ],
  ];
}
